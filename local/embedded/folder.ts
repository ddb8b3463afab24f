import { access, constants, mkdir } from 'node:fs/promises'
import { relative } from 'node:path'

const shown = (folder: string) => {
  const fromHere = relative(process.cwd(), folder)
  return fromHere === '' || fromHere.startsWith('..') ? folder : fromHere
}

export const prepareFolder = async (folder: string) => {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Error(
      `Open Circle cannot write to ${shown(folder)}: check who owns it and that the disk is not full.`,
      {
        cause,
      },
    )
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === 'LEVEL_LOCKED') || isLocked(error.cause))

/** What a person can do when their kept data does not open. */
export const unreadable = (folder: string, cause: unknown) =>
  new Error(
    isLocked(cause)
      ? `The data in ${shown(folder)} is in use by another Open Circle on this machine: stop that one first.`
      : `The data in ${shown(folder)} cannot be read: start with \`npm start -- --fresh\` to begin with empty data.`,
    { cause },
  )
