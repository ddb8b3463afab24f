/** The page of the prices of places. Staff read English. */
export const pricesWords = {
  title: 'Prices of places',
  back: 'Back to the inbox',
  lead: 'Some places are needed more than others: those who could go there have few other groups. Each night the machine counts what one such place costs the others, and takes that many points off the group for whoever has another choice.',
  never: [
    'A price moves a group down the list and never off it: whoever has no other group gets the place.',
    'You can still pick any group by hand, as before.',
    'People see what speaks for a group, and never a price.',
  ],
  set: (version: number, time: string) => `Version ${version}, set ${time}, from the last eight weeks.`,
  none: 'No prices have been set yet. Groups are chosen by what suits the person alone.',
  old: 'These prices are older than three days and are not used. Whoever is on call has been told.',
  free: 'No place costs anything now: there are enough for everyone whom they suit.',
  caption: 'Groups whose places cost something, the dearest first',
  columns: { group: 'Group', points: 'Price', why: 'Why' },
  points: (points: number) => `${points} points`,
  gone: (groupId: string) => `${groupId} (not running now)`,
}
