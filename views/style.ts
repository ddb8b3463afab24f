import { base } from './styles/base.ts'
import { form } from './styles/form.ts'
import { media } from './styles/media.ts'

/** The whole style of every page. It stands in the page itself, so the CSP allows it by the hash of this very string. */
export const css = [base, form, media].join('').replaceAll('\n', '')
