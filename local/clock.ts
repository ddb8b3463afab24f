import { readKept, writeKept } from './kept-file.ts'

const isMove = (found: unknown): found is { movedByMs: number } =>
  typeof found === 'object' &&
  found !== null &&
  'movedByMs' in found &&
  Number.isFinite(found.movedByMs) &&
  Number(found.movedByMs) >= 0

/**
 * A clock that can be moved forward, so that a week can be lived through in an afternoon. It never goes back: nothing
 * that was promised for later may become earlier. With a file, what it was moved by outlives a restart.
 */
export const movableClock = (file?: string, machineNow: () => number = Date.now) => {
  let movedByMs = (file && readKept(file, isMove)?.movedByMs) || 0

  return {
    now: () => machineNow() + movedByMs,
    movedByMs: () => movedByMs,
    moveForward: (milliseconds: number) => {
      movedByMs += Math.max(0, milliseconds)
      if (file) writeKept(file, { movedByMs })
    },
  }
}

export type MovableClock = ReturnType<typeof movableClock>
