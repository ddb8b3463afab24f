/** The page on which staff pick another group. */
export const groups = {
  title: (reference: string) => `Groups for ${reference}`,
  heading: 'Pick another group',
  back: 'Back to the request',
  lead: 'Best first, by the same points as the machine’s. The person is not told before you offer the place.',
  notPossible: 'The way this request stands, no group can be picked. Go back and look what has to happen.',
  unread: (count: number) => `${count} groups could not be read and are not in this list.`,
  fits: 'Groups that fit and have a place',
  noneFits: 'No group that fits has a place now.',
  places: (free: number) => (free === 1 ? '1 place free' : `${free} places free`),
  hold: (group: string) => `Hold a place in ${group}`,
  near: 'Groups that nearly fit',
  nearLead: 'Speak with the person first. Then tick what you know the group does not meet.',
  know: 'I know what this does not meet:',
  keptFor: (whom: string) => `It is kept for some people: ${whom}.`,
  full: 'Groups that fit and are full',
  taken: (group: string) =>
    `The last place in ${group} was taken while you were looking, or the group changed. Nothing was done. The list below is as it is now.`,
  nearCut: (shown: number, all: number) => `The ${shown} nearest of ${all} are shown.`,
}
