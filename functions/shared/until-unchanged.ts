const maxTries = 5

/** Reads, decides and writes again when someone else wrote in between; gives up, loudly, after five times. */
export const untilUnchanged = async (attempt: () => Promise<'done' | 'changed-meanwhile'>) => {
  for (let tries = 0; tries < maxTries; tries += 1) if ((await attempt()) === 'done') return
  throw new Error('A row kept changing while it was being written.')
}
