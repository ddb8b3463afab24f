import { base } from './styles/base.ts'
import { facilitator } from './styles/facilitator.ts'
import { form } from './styles/form.ts'
import { media } from './styles/media.ts'
import { staff } from './styles/staff.ts'
import { yours } from './styles/yours.ts'

const sheet = (...parts: string[]) => parts.join('').replaceAll('\n', '')

/** The whole style of every page. It stands in the page itself, so the CSP allows it by the hash of this very string. */
export const css = sheet(base, form, facilitator, yours, media)

/** The console's. People's pages do not carry what only staff see. */
export const staffCss = sheet(base, form, staff, media)
