import { html, raw } from 'hono/html'

import type { Language } from '../../domain/person/language.ts'
import { callHref } from '../frame.ts'
import type { Html } from '../html.ts'
import type { Block, EmailMessage } from './blocks.ts'

/** Mail programs know little CSS: colours and sizes stand on each element, and only the dark theme is in a sheet. */
const look = {
  page: 'margin:0;padding:0;background:#f3f6f5;',
  sheet:
    'width:100%;max-width:600px;background:#ffffff;border-radius:8px;text-align:start;font:17px/1.55 -apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;color:#1c2321;',
  h: 'margin:0 0 16px;font-size:26px;line-height:1.25;text-wrap:balance;color:#1c2321;',
  h2: 'margin:32px 0 8px;padding-top:16px;border-top:1px solid #c5cfcc;font-size:20px;line-height:1.3;text-wrap:balance;color:#1c2321;',
  p: 'margin:0 0 16px;color:#1c2321;',
  small: 'margin:0 0 12px;font-size:15px;color:#3b4643;',
  fact: 'margin:0 0 12px;color:#1c2321;',
  label: 'display:block;font-size:15px;color:#3b4643;',
  phone:
    'display:inline-block;padding:9px 0;color:#0b4a6f;font-weight:bold;line-height:26px;white-space:nowrap;text-decoration:underline;',
  list: 'margin:0 0 16px;padding:0 0 0 22px;color:#1c2321;',
  item: 'margin:0 0 6px;',
  button:
    'display:inline-block;padding:13px 24px;background:#0d4a50;border-radius:6px;color:#ffffff;font-weight:bold;line-height:22px;text-decoration:none;',
  choice:
    'display:block;padding:11px 20px;border:2px solid #0d4a50;border-radius:6px;color:#0d4a50;font-weight:bold;line-height:22px;text-decoration:none;',
  choices: 'margin:0 0 10px;color:#1c2321;',
  link: 'display:inline-block;padding:11px 0;color:#0b4a6f;line-height:26px;text-decoration:underline;',
} as const

const dark = `
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#101614!important}
.sheet{background:#1a2220!important}
.ink{color:#f1f5f3!important;border-color:#4a5854!important}
.quiet{color:#c9d3cf!important}
.button{background:#a5dcdf!important;color:#0a2224!important}
.choice{color:#a5dcdf!important;border-color:#a5dcdf!important}
.link{color:#a8d8f5!important}
}`

export const asHtml = ({ subject, preheader, blocks }: EmailMessage, language: Language) =>
  ready(
    html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${subject}</title>
          <style>
            ${raw(dark)}
          </style>
        </head>
        <body class="page" style="${look.page}">
          <div style="display:none;max-height:0;overflow:hidden;">${preheader}</div>
          <div role="article" aria-roledescription="email" aria-label="${subject}" lang="${language}">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
              <tr>
                <td align="center" style="padding:16px 8px;">
                  <table
                    role="presentation"
                    class="sheet"
                    width="100%"
                    cellpadding="0"
                    cellspacing="0"
                    border="0"
                    style="${look.sheet}"
                  >
                    <tr>
                      <td style="padding:28px 24px;">${blocks.map(htmlOf)}</td>
                    </tr>
                  </table>
                </td>
              </tr>
            </table>
          </div>
        </body>
      </html>`,
  )

/** hono/html answers with a promise only when it is given one, and an e-mail holds none. */
const ready = (page: Html): string => {
  if (page instanceof Promise) throw new TypeError('An e-mail was given something to wait for.')
  return page.toString()
}

/** Mail programs make links of numbers by themselves, in colours that nobody chose: so it is one already. */
const phoneLink = (phone: string) => {
  const href = callHref(phone)
  return href ? html`<a class="link" href="${href}" style="${look.phone}">${phone}</a>` : phone
}

const htmlOf = (block: Block): Html => {
  switch (block.kind) {
    case 'h':
      return html`<h1 class="ink" style="${look.h}">${block.text}</h1>`
    case 'h2':
      return html`<h2 class="ink" style="${look.h2}">${block.text}</h2>`
    case 'p':
      return html`<p class="ink" style="${look.p}">${block.text}</p>`
    case 'small':
      return html`<p class="quiet" style="${look.small}">${block.text}</p>`
    case 'call':
      return html`<p class="ink" style="${look.p}">${block.text} ${phoneLink(block.phone)}</p>`
    case 'fact':
      return html`<p class="ink" style="${look.fact}">
        <span class="quiet" style="${look.label}">${block.label}</span> <strong>${block.text}</strong>
      </p>`
    case 'list':
      return html`<ul class="ink" style="${look.list}">
        ${block.items.map((item) => html`<li style="${look.item}">${item}</li>`)}
      </ul>`
    case 'button':
      return html`<p class="ink" style="${look.p}">
        <a class="button" href="${block.href}" style="${look.button}">${block.label}</a>
      </p>`
    case 'choice':
      return html`<p class="ink" style="${look.choices}">
        <a class="choice" href="${block.href}" style="${look.choice}">${block.label}</a>
      </p>`
    case 'link':
      return html`<p class="ink" style="${look.p}">
        <a class="link" href="${block.href}" style="${look.link}">${block.label}</a>
      </p>`
  }
}
