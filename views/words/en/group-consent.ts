/** How someone is asked whether a group's leader may know of them. A change needs a new `groupConsentTextVersion`. */
export const groupConsent = {
  question: (group: string) => `May we tell the leader of ${group} about you?`,
  what: 'The leader would learn the name you gave us, how it is safe to reach you, and what you asked for. That is so they can invite you. No one else learns it. You can take your OK back on your private page.',
  saidYes: 'You told us before that we may. You can change that here.',
  yes: (group: string) =>
    `Yes, you may tell the leader of ${group} my first name, how to reach me and what I need.`,
  no: 'No, you arrange it for me without telling them.',
}
