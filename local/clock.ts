import { readFileSync, writeFileSync } from 'node:fs'

/**
 * A clock that can be moved forward, so that a week can be lived through in an afternoon. It never goes back: nothing
 * that was promised for later may become earlier. With a file, what it was moved by outlives a restart.
 */
export const movableClock = (file?: string, machineNow: () => number = Date.now) => {
  let movedByMs = file ? readMove(file) : 0

  return {
    now: () => machineNow() + movedByMs,
    movedByMs: () => movedByMs,
    moveForward: (milliseconds: number) => {
      movedByMs += Math.max(0, milliseconds)
      if (file) writeFileSync(file, JSON.stringify({ movedByMs }))
    },
  }
}

export type MovableClock = ReturnType<typeof movableClock>

const readMove = (file: string): number => {
  try {
    const { movedByMs }: { movedByMs?: unknown } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof movedByMs === 'number' ? movedByMs : 0
  } catch {
    // No file yet, or one that was cut short: the machine's own time is right.
    return 0
  }
}
