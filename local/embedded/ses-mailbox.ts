import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { prepareFolder, unreadable } from './folder.ts'
import type { Attachment } from './ses-attachments.ts'
import type { SesEvent } from './ses-events.ts'
import type { Letter } from './ses-letter.ts'

/** One e-mail as `/emails.json` shows it. `to` is everyone it went to, also those not named in the message. */
type Mail = {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  attachments: Attachment[]
  /** A mail that an earlier version kept has none. */
  headers?: Letter['headers']
}

/** With a mail are kept the events that nobody has taken yet: AWS publishes them whatever happens to the sender. */
export type Kept = { number: number; mail: Mail; raw: string | undefined; unpublished: SesEvent[] }

const fileNamed = (number: number) => `${String(number).padStart(8, '0')}.json`

const load = async (folder: string) => {
  await prepareFolder(folder)
  try {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted()
    return await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Kept),
    )
  } catch (error) {
    throw unreadable(folder, error)
  }
}

/** Every mail in the order it was accepted, a file each; without a folder in memory only. */
export const openMailbox = async (folder: string | undefined) => {
  const kept = folder ? await load(folder) : []
  let last: Promise<unknown> = Promise.resolve()

  const save = async (entry: Kept) => {
    if (!folder) return
    const path = join(folder, fileNamed(entry.number))
    await writeFile(`${path}.new`, JSON.stringify(entry))
    await rename(`${path}.new`, path)
  }

  return {
    kept,
    keep: (given: Omit<Kept, 'number'>) => {
      const mine = last.then(async () => {
        const entry = { number: (kept.at(-1)?.number ?? 0) + 1, ...given }
        await save(entry)
        kept.push(entry)
        return entry
      })
      last = mine.catch(() => {})
      return mine
    },
    save,
  }
}
