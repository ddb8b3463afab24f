/**
 * Where the first of these, in order between `from` and `to`, stands that is not before `wanted`. Steps grow from `from` on:
 * what is looked for is mostly near.
 */
export const firstFrom = (
  values: Uint16Array | Uint32Array,
  from: number,
  to: number,
  wanted: number,
): number => {
  let low = from
  let high = from
  for (let step = 1; high < to && (values[high] ?? 0) < wanted; step *= 2) {
    low = high + 1
    high += step
  }
  high = Math.min(high, to)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
