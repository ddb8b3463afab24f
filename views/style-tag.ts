import { raw } from 'hono/html'

import { css, readingCss } from './style.ts'

/** Put together here, where no formatter can add a blank that the hash does not know. */
const tagOf = (sheet: string) => raw(`<style>${sheet}</style>`)

export const styleTag = tagOf(css)
export const readingStyleTag = tagOf(readingCss)
