import { base } from './styles/base.ts'
import { facilitator } from './styles/facilitator.ts'
import { form } from './styles/form.ts'
import { leave } from './styles/leave.ts'
import { media } from './styles/media.ts'
import { yours } from './styles/yours.ts'

export const sheet = (...parts: string[]) => parts.join('').replaceAll('\n', '')

/** The whole style of every page that asks something. It stands in the page itself, so the CSP allows it by the hash of this very string. */
export const css = sheet(base, leave, form, facilitator, yours, media)

/** Of pages that ask nothing: the first one is what a slow phone waits for. */
export const readingCss = sheet(base, leave, media)
