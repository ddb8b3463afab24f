import type { GroupFacts } from '../../domain/groups/group.ts'

/** A group as a file tells of it. */
interface ReadGroup {
  row: number
  /** Its name in that directory, the same each time the file is read. */
  externalId: string
  facts: GroupFacts
  /** Null when the file does not say, so that a group which staff have paused stays paused. */
  status: 'active' | 'paused' | null
}

/** A row that could not be read. A known id keeps the group as it is: a slip of the pen must not close it. */
export interface SkippedRow {
  row: number
  externalId: string | null
  name: string | null
  reason: string
}

export interface DirectoryReading {
  groups: ReadGroup[]
  skipped: SkippedRow[]
  /** What the reader had to make of the file, as a sentence for each kind with the number of rows it concerns. */
  remarks: Record<string, number>
}

/** The file as a whole is not what it was said to be. The message is one sentence for the person who chose it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

export const remarksCounter = () => {
  const remarks: Record<string, number> = {}
  const remark = (sentence: string) => {
    remarks[sentence] = (remarks[sentence] ?? 0) + 1
  }
  return { remarks, remark }
}
