/** One bar of a group of bars. */
interface Bars {
  label: string
  values: readonly number[]
}

const colours = ['#8a8f94', '#c9832b', '#0d4a50', '#5a9aa0']
const height = 220
const barWidth = 22
const gap = 26

const text = (x: number, y: number, words: string, more = '') =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`

/** A chart of percentages, from `from` up to 100, as SVG that a page of Markdown can show. It says in words what it shows. */
export const barChart = (
  title: string,
  { series, groups, from }: { series: readonly string[]; groups: readonly Bars[]; from: number },
): string => {
  const groupWidth = series.length * barWidth + gap
  const width = Math.max(560, 60 + groups.length * groupWidth)
  const yOf = (value: number) => 60 + height * (1 - (value - from) / (100 - from))
  const lines = [from, from + (100 - from) / 2, 100].flatMap((value) => [
    `<line x1="50" x2="${width - 10}" y1="${yOf(value)}" y2="${yOf(value)}" stroke="#c9d3d0"/>`,
    text(44, yOf(value) + 4, `${value}`, 'text-anchor="end"'),
  ])
  const bars = groups.flatMap(({ label, values }, place) => {
    const x = 60 + place * groupWidth
    return [
      ...values.flatMap((value, one) => {
        const y = yOf(Math.max(from, value))
        const left = x + one * barWidth
        return [
          `<rect x="${left}" y="${y.toFixed(1)}" width="${barWidth - 3}" height="${(60 + height - y).toFixed(1)}" fill="${colours[one % colours.length]}"/>`,
          text(left + barWidth / 2 - 1.5, y - 4, value.toFixed(0), 'text-anchor="middle" font-size="10"'),
        ]
      }),
      text(x + (series.length * barWidth) / 2, 60 + height + 18, label, 'text-anchor="middle"'),
    ]
  })
  const legend = series.flatMap((name, one) => {
    const x = 60 + one * 170
    return [
      `<rect x="${x}" y="34" width="12" height="12" fill="${colours[one % colours.length]}"/>`,
      text(x + 17, 44, name),
    ]
  })
  const said = groups
    .map(
      ({ label, values }) =>
        `${label}: ${values.map((value, one) => `${series[one]} ${value.toFixed(1)}`).join(', ')}`,
    )
    .join('; ')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.max(width, 60 + series.length * 170)}" height="${60 + height + 34}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1c2321">
<title>${title}</title>
<desc>${said}.</desc>
<rect width="100%" height="100%" fill="#ffffff"/>
${[text(10, 20, title, 'font-weight="bold" font-size="14"'), ...lines, ...bars, ...legend].join('\n')}
</svg>
`
}
