import { parse } from 'csv-parse/sync'

import { groupFactsSchema } from '../../domain/groups/group.ts'
import { type Options, factsOf } from './own-groups-facts.ts'
import { fieldsOf } from './own-groups-fields.ts'
import { shortened } from './plain-text.ts'
import { type DirectoryReading, UnreadableFile } from './reading.ts'

/** Every column, as the template has them and docs/groups.md explains them. */
export const ownGroupsColumns = [
  'id',
  'name',
  'topics',
  'led by',
  'formats',
  'sessions',
  'time zone',
  'enrolment',
  'places',
  'programme',
  'kept for',
  'offers',
  'languages',
  'minimum age',
  'maximum age',
  'starts on',
  'venue name',
  'address',
  'zip',
  'latitude',
  'longitude',
  'online link',
  'online phone',
  'online notes',
  'cost USD',
  'licensed states',
  'notes',
  'link',
  'facilitator name',
  'facilitator email',
  'status',
] as const

const neededColumns = ['id', 'name', 'topics', 'led by', 'formats', 'enrolment']

const columnNamed = (header: string) => {
  const said = header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
  return ownGroupsColumns.find((column) => column.toLowerCase() === said) ?? null
}

const cellsOf = (text: string): string[][] => {
  try {
    return parse(text, { bom: true, relax_column_count: true, trim: true })
  } catch (error) {
    const where = error instanceof Error ? /line (\d+)/.exec(error.message)?.[1] : undefined
    throw new UnreadableFile(
      `This file cannot be read as CSV${where ? ` from line ${where} on` : ''}: look for a quotation mark that is opened and not closed.`,
    )
  }
}

/** Reads the groups of an organisation itself. Rows are numbered as a spreadsheet shows them: the header is row 1. */
export const readOwnGroups = (text: string, options: Options): DirectoryReading => {
  const [header = [], ...rows] = cellsOf(text)
  const columns = header.map(columnNamed)
  const missing = neededColumns.filter((column) => !columns.some((one) => one === column))
  if (missing.length > 0)
    throw new UnreadableFile(
      `This file has no column ${missing.join(', ')}: the first row must name the columns, as \`npm run groups -- template\` shows.`,
    )

  const unknown = header.filter((name, at) => columns[at] === null && name.trim() !== '')
  const reading: DirectoryReading = { groups: [], skipped: [], remarks: {} }
  for (const name of unknown)
    reading.remarks[`with something in the column "${name}", which is not one of ours and was not read`] =
      rows.filter((row) => row[header.indexOf(name)]).length
  const rowOfId = new Map<string, number>()
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell === '')) continue
    const row = index + 2
    const fields = fieldsOf(
      Object.fromEntries(
        columns.flatMap((column, at) => (column === null ? [] : [[column, cells[at] ?? '']])),
      ),
    )
    const id = fields.text('id')
    const externalId = id === null ? null : shortened(id, 200)
    const facts = groupFactsSchema.safeParse(factsOf(fields, options))
    const status = fields.oneOf('status', ['active', 'paused'])
    const same = externalId === null ? undefined : rowOfId.get(externalId)
    if (externalId === null)
      fields.needed('id', 'give each group a name of its own that stays the same, such as tuesday-grief.')
    else if (same !== undefined)
      fields.wrong('id', `is the id of row ${same} as well; give each group its own.`)
    else rowOfId.set(externalId, row)

    if (fields.problems.length === 0 && facts.success && externalId !== null)
      reading.groups.push({ row, externalId, facts: facts.data, status })
    else {
      const unsaid = facts.success ? '' : `${facts.error.issues[0]?.path.join(' ')}: it cannot be read.`
      reading.skipped.push({
        row,
        externalId,
        name: fields.text('name'),
        reason: fields.problems.join(' ') || unsaid,
      })
    }
  }
  return reading
}
