import { html } from 'hono/html'

import type { Answers } from '../form/answers.ts'
import type { Html } from '../html.ts'
import { signInWords as words } from '../words/staff-sign-in.ts'
import { formToken } from './form-token.ts'
import { type StaffFrame, staffLayout } from './frame.ts'

interface Late {
  because: 'session-ended' | 'opened-long-ago'
  /** Where the form was sent, and goes again. */
  action: string
  form: Answers
  token: string
}

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`

/** A form that came too late, with everything that was typed into it, unseen and ready to be sent again. */
export const sendAgainPage = (frame: StaffFrame, { because, action, form, token }: Late): Html => {
  const { title, text } = words.sendAgain[because]
  const typed = Object.entries(form).filter(([name]) => name !== 'token')
  return staffLayout(frame, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${
        because === 'session-ended'
          ? html`<p>
              <a
                class="tall"
                href="${frame.base}/staff/sign-in?to=/staff/again"
                target="_blank"
                rel="noopener"
              >
                ${words.sendAgain.signIn}
              </a>
            </p>`
          : ''
      }
      <form method="post" action="${action}" autocomplete="off">
        ${formToken({ csrfToken: token })}
        ${typed.map(([name, values]) => values.map((value) => hidden(name, value)))}
        <button>${words.sendAgain.send}</button>
      </form>`,
  })
}
