/**
 * Days that a back-up holds what has been deleted since. AWS keeps no more than this for recovery to a point in time
 * (DynamoDB developer guide, "Point-in-time recovery"), and it is what people are told on the page about privacy.
 */
export const backupDays = 35

/**
 * Days that a tombstone lives: longer than any back-up in which the erased person still is. A back-up can be turned into
 * a table on its last day, and nothing ends such a table by itself; so it may be read for as long again, and the tombstone
 * is still there to refuse whoever was erased.
 */
export const tombstoneDays = 2 * backupDays
