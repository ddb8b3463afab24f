/** What someone can say when asked whether they are safe right now. */
export const safetyAnswers = ['safe', 'might-hurt', 'being-hurt', 'rather-not-say'] as const

export const isUnsafe = ({ safety }: { safety: (typeof safetyAnswers)[number] }) =>
  safety === 'might-hurt' || safety === 'being-hurt'
