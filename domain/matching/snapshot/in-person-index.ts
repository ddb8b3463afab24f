import { topics } from '../../groups/topic.ts'
import { type Row, byKindAndTopic } from './row.ts'
import { tagsOf } from './tags.ts'

/**
 * For each kind and topic, the cells that have groups, each with its groups: what someone who sets out from home looks
 * in. `tags` has a bit for each thing that some of them have beside the topic.
 */
export const inPersonIndex = (located: readonly Row[], signatures: Uint32Array) => {
  const cells: number[] = []
  const cellStarts: number[] = []
  const cellRows: number[] = []
  const directory: number[] = [0]
  const tags: number[] = []
  for (const [list, rows] of byKindAndTopic(located).entries()) {
    let last = -1
    let some = 0
    for (const row of rows) {
      const { cell, index } = row
      if (cell !== last) {
        cells.push(cell)
        cellStarts.push(cellRows.length)
      }
      last = cell
      cellRows.push(index)
      for (const tag of tagsOf(row, list % topics.length, signatures)) some |= 1 << tag
    }
    tags.push(some >>> 0)
    directory.push(cells.length)
  }
  cellStarts.push(cellRows.length)
  return { cells, cellStarts, cellRows, directory, tags }
}
