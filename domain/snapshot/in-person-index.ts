import { type Row, byKindAndTopic } from './row.ts'

/** For each kind and topic, the cells that have groups, each with its groups: what someone who sets out from home looks in. */
export const inPersonIndex = (located: readonly Row[]) => {
  const cells: number[] = []
  const cellStarts: number[] = []
  const cellRows: number[] = []
  const directory: number[] = [0]
  for (const rows of byKindAndTopic(located)) {
    let last = -1
    for (const { cell, index } of rows) {
      if (cell !== last) {
        cells.push(cell)
        cellStarts.push(cellRows.length)
      }
      last = cell
      cellRows.push(index)
    }
    directory.push(cells.length)
  }
  cellStarts.push(cellRows.length)
  return { cells, cellStarts, cellRows, directory }
}
