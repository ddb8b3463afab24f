import type { Group } from '../../../domain/groups/group.ts'
import type { World } from '../world.ts'

const hour = 3_600_000

/** Whoever keeps the directory: now and then a group changes, pauses, meets again, or takes more people. */
export const directoryOffice = (world: World) => async () => {
  const { chance, pause, seen, changeGroup } = world
  while (world.isOpen()) {
    await pause(chance.between(4 * hour, 30 * hour))
    if (!world.isOpen()) return
    const group = seen.groups().find(({ enrolment }) => enrolment === 'places' && chance.happens(0.5))
    if (!group) continue
    const version = group.version + 1
    const changed = chance.pick<Partial<Group>>([
      { notes: 'The door is at the back.' },
      { capacity: group.capacity + 1 },
      { status: group.status === 'active' ? 'paused' : 'active' },
    ])
    await changeGroup({ ...group, ...changed, version }, { expectedVersion: group.version })
  }
}

/** Nobody is left waiting for a group that was only paused. */
export const everyGroupMeets =
  ({ seen, changeGroup }: World) =>
  async () => {
    for (const group of seen.groups())
      await changeGroup(
        { ...group, status: 'active', version: group.version + 1 },
        { expectedVersion: group.version },
      )
  }
