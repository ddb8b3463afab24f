import type { Made } from '../adapters/outside.ts'
import { organisation } from '../adapters/parts.ts'
import { staffSignInMissing } from '../views/pages/message.ts'
import { pageAnswer } from './shared/answer.ts'
import { type Request, frameOf, httpHandler } from './shared/http-handler.ts'

const needs = { organisation }

/** Where the links in staff's e-mails lead. Until sign-in is set up, nobody is let in, and the page says just that. */
export const serveConsole = (request: Request, adapters: Made<typeof needs>) =>
  pageAnswer(
    403,
    staffSignInMissing({ ...frameOf(request, adapters), path: '/staff', otherLanguageHref: undefined }),
  )

export const handler = httpHandler(needs, serveConsole)
