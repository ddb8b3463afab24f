import { html } from 'hono/html'

import type { Mail } from './mailbox-page.ts'

/** A mail may show its own styles and open its links, each in a window that is not held by the frame. Nothing else. */
export const framedMailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** In a frame a link would open inside the frame, where our pages refuse to be shown. */
const opensOutside = '<base target="_blank">'

/** A mail as its reader's program shows it: its HTML, or its text when it has no HTML. */
export const framedMail = async (mail: Pick<Mail, 'html' | 'text'>): Promise<string> => {
  if (!mail.html) return String(await html`<pre>${mail.text}</pre>`)
  return /<head\b[^>]*>/i.test(mail.html)
    ? mail.html.replace(/<head\b[^>]*>/i, (head) => `${head}${opensOutside}`)
    : `${opensOutside}${mail.html}`
}
