interface Series {
  name: string
  color: string
  /** Size of the directory, and milliseconds. */
  points: readonly (readonly [number, number])[]
}

const width = 720
const height = 400
const left = 70
const right = 170
const top = 40
const bottom = 50

const power = (value: number) => Math.log10(value)

const label = (value: number) =>
  value >= 1 ? value.toLocaleString('en-US') : String(Number(value.toPrecision(1)))

/** Lines over two scales of powers of ten, as a picture that needs nothing else. */
export const chart = (title: string, series: readonly Series[]): string => {
  const all = series.flatMap(({ points }) => points)
  const sizes = [...new Set(all.map(([size]) => size))].toSorted((one, other) => one - other)
  const from = Math.floor(Math.min(...all.map(([, ms]) => power(ms))))
  const to = Math.ceil(Math.max(...all.map(([, ms]) => power(ms))))
  const first = power(sizes[0] ?? 1)
  const span = Math.max(1, power(sizes.at(-1) ?? 10) - first)
  const x = (size: number) => left + ((power(size) - first) / span) * (width - left - right)
  const y = (ms: number) => height - bottom - ((power(ms) - from) / (to - from)) * (height - top - bottom)
  const lines = Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step)).map(
    (ms) =>
      `<line x1="${left}" x2="${width - right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/><text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${label(ms)} ms</text>`,
  )
  const under = sizes.map(
    (size) => `<text x="${x(size)}" y="${height - bottom + 20}" text-anchor="middle">${label(size)}</text>`,
  )
  const drawn = series.map(({ name, color, points }) => {
    const path = points.map(([size, ms]) => `${x(size).toFixed(1)},${y(ms).toFixed(1)}`).join(' ')
    const [lastSize, lastMs] = points.at(-1) ?? [1, 1]
    const dots = points.map(
      ([size, ms]) => `<circle cx="${x(size).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3" fill="${color}"/>`,
    )
    return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}<text x="${x(lastSize) + 8}" y="${y(lastMs) + 4}" fill="${color}">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="22" font-size="15" font-weight="600">${title}</text>
${[...lines, ...under, ...drawn].join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">groups in the directory</text>
</svg>
`
}
