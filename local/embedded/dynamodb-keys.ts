/** Where things lie in the one LevelDB. The first three are Dynalite's; `~` is in no table's or index's name. */
export const tableKey = (table: string) => `table~${table}`
export const rowPrefix = (table: string) => `item-${table}~`
export const indexPrefix = (kind: 'Local' | 'Global', table: string, index: string) =>
  `index-${kind.toLowerCase()}~${table}~${index}~`
export const timeToLivePrefix = 'ttl~'
export const tokenPrefix = 'token~'

/** The table whose row lies at this key, or nothing if no row does. */
export const rowTable = (key: string) =>
  key.startsWith('item-') ? key.slice('item-'.length, key.indexOf('~')) : undefined

/** A range for everything whose key begins like this. */
export const startingWith = (prefix: string) => ({ gte: prefix, lt: `${prefix}\u{10ffff}` })
