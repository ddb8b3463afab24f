import { sentFrom, tagsIn } from './page-parts.ts'
import type { Product } from './product.ts'
import { type Seen, newJar } from './staff-browser.ts'

interface Shown extends Seen {
  /** Where the browser ended up, below the site's root and with its query. */
  path: string
}

/**
 * A person's browser, without scripts: it keeps cookies unless it was told not to, follows redirects, and sends a form as
 * it stands on the page, with what the person ticks and types in place of what is there.
 */
export const visitorOf = (product: Product, { keepsCookies = true } = {}) => {
  const jar = newJar()
  let shown: Shown = { status: 0, headers: {}, cookies: [], body: '', path: '' }

  const ask = async (path: string, form?: URLSearchParams): Promise<Shown> => {
    const cookie = jar.header()
    const headers = { ...(cookie && { cookie }), 'sec-fetch-site': 'same-origin' }
    const seen = form ? await product.postForm(path, form, headers) : await product.get(path, headers)
    if (keepsCookies) jar.keep(seen.cookies)
    if (seen.status === 303) return ask(seen.headers['location'] ?? '')
    shown = { ...seen, path }
    return shown
  }

  /** The form of the page that holds its questions or its "Send", as it would be sent now. */
  const formOn = (page: Shown, action: RegExp) => {
    const at = [...page.body.matchAll(/<form\b[\s\S]*?<\/form>/g)].find(([form]) => action.test(form))
    if (!at) throw new Error(`No such form on ${page.path}: ${page.status}`)
    const [html] = at
    const form = tagsIn(html).find(({ name }) => name === 'form')?.attributes ?? {}
    return { action: form['action'] ?? '', fields: sentFrom(html) }
  }

  const send = (action: RegExp, given: Record<string, string | string[]> = {}) => {
    const form = formOn(shown, action)
    for (const [name, value] of Object.entries(given)) form.fields.set(name, [value].flat())
    const body = new URLSearchParams()
    for (const [name, values] of form.fields) for (const value of values) body.append(name, value)
    return ask(form.action, body)
  }

  return {
    jar: jar.kept,
    page: () => shown,
    open: (path: string) => ask(path),
    /** Goes on from a page that stands between two pages of questions. */
    goOn: () => ask(/<a class="button" href="([^"]+)"/.exec(shown.body)?.[1] ?? ''),
    /** Answers the page of questions that is open, and goes on. */
    answer: (given: Record<string, string | string[]> = {}) => send(/action="[^"]*\/questions\/\d/, given),
    /** Presses "Send" on the page where the answers are checked, or the button of a page that carries them. */
    press: (action = /action="[^"]*\/intakes"/) => send(action),
    stop: () => send(/action="[^"]*\/questions\/stop"/),
  }
}

export type Visitor = ReturnType<typeof visitorOf>

/** What someone answers, page by page; a test changes the page that it is about. */
export const answersByPage: Record<number, Record<string, string | string[]>> = {
  1: { who: 'me', age: '25-64' },
  2: { safety: 'safe' },
  3: { topics: ['drinking'] },
  4: { meet: ['in-person'], zip: '95112', times: ['weekday-evening'] },
  5: { 'wish-twelve-step': 'must' },
  6: { name: 'Robin Vale', contact: ['email'] },
  7: { email: 'robin.vale@example.org', emailPrivacy: 'private' },
  8: { note: 'I tried a group in May.' },
  9: { consentKeep: 'yes', consentShare: 'ask-first' },
}

const numberIn = (path: string) => Number(/\/questions\/(\d)/.exec(path)?.[1])

/** Goes through all pages up to the check, or up to the page named, in the order they come. */
export const fillIn = async (
  visitor: Visitor,
  given: Record<number, Record<string, string | string[]>> = {},
  { language = 'en', until = 10 } = {},
) => {
  let page = await visitor.open(`${language === 'es' ? '/es' : ''}/questions/1`)
  for (let turns = 0; turns < 20; turns += 1) {
    const number = numberIn(page.path)
    if (number === until || page.path.includes('/check')) return page
    page = Number.isNaN(number)
      ? await visitor.goOn()
      : await visitor.answer({ ...answersByPage[number], ...given[number] })
  }
  throw new Error(`The pages went in circles: ${page.path}`)
}
