/** Whether a question was put to the person themselves, or about them to someone who helps them. */
export type Wording = 'you' | 'they'

/**
 * The wording that people agree to. A change to any consent sentence in views/words needs a new version here,
 * so that the record says what this person read.
 */
export const consentTextVersion: Record<Wording, string> = { you: '2026-11-2', they: '2026-11-2-they' }
