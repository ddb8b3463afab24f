import { topics } from '../../groups/topic.ts'
import { blockOfCell } from './cells.ts'
import { type Row, byKindAndTopic } from './row.ts'
import { tagsOf } from './tags.ts'

/**
 * For each kind and topic, the squares that have groups, each with its groups: what someone who sets out from home looks in.
 * Blocks stand first, list by list, and then the cells of those blocks where so many meet. `listTags` has a bit for
 * each thing that some group of a list has beside the topic, and `cellTags` for each that one of a cell has.
 */
export const inPersonIndex = (located: readonly Row[], signatures: Uint32Array, many: number) => {
  const squares: number[] = []
  const starts: number[] = []
  const rows: number[] = []
  const directory: number[] = [0]
  const cellTags: number[] = []
  const add = (square: number, inSquare: readonly Row[]) => {
    squares.push(square)
    starts.push(rows.length)
    for (const { index } of inSquare) rows.push(index)
  }
  const tagsIn = (some: readonly Row[], list: number) =>
    some
      .flatMap((row) => tagsOf(row, list % topics.length, signatures))
      .reduce((all, tag) => all | (1 << tag), 0)

  const lists = byKindAndTopic(located)
  const blocks = lists.map((list) => [...Map.groupBy(list, ({ cell }) => blockOfCell(cell))])
  for (const list of blocks) {
    for (const [block, inBlock] of list) if (inBlock.length < many) add(block, inBlock)
    directory.push(squares.length)
  }
  for (const [list, itsBlocks] of blocks.entries()) {
    for (const [, inBlock] of itsBlocks) {
      if (inBlock.length < many) continue
      for (const [cell, inCell] of Map.groupBy(inBlock, (row) => row.cell)) {
        add(cell, inCell)
        cellTags.push(tagsIn(inCell, list))
      }
    }
    directory.push(squares.length)
  }
  starts.push(rows.length)
  return { squares, starts, rows, directory, cellTags, listTags: lists.map(tagsIn) }
}
