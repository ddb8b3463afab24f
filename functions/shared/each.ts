import { factsOf, log } from './log.ts'

/** Does one thing after the other, each for itself; says how many could not be done, or not even be read. */
export const each = async <Item>(
  items: readonly Item[],
  unread: number,
  act: (item: Item) => Promise<void>,
) => {
  let failed = 0
  for (const item of items)
    try {
      await act(item)
    } catch (failure) {
      log('message-failed', factsOf(failure))
      failed += 1
    }
  return { count: items.length - failed, left: failed + unread }
}
