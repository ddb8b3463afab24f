export interface Account {
  /** What the issuer calls them: `sub`. */
  accountId: string
  name: string
  groups: readonly string[]
}

/** Two people who do not exist, one for each role. */
export const demoAccounts: readonly Account[] = [
  { accountId: 'ada-brook', name: 'Ada Brook', groups: ['coordinator'] },
  { accountId: 'sam-ortiz', name: 'Sam Ortiz', groups: ['admin'] },
]
