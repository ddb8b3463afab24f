import type { Role } from '../../domain/staff/staff.ts'
import type { StepName } from '../../domain/staff/step.ts'
import { sentFrom } from './page-parts.ts'
import type { Product } from './product.ts'
import type { Seen } from './staff-browser.ts'

type Given = Record<string, string | string[]>

const formsIn = ({ body }: Seen) => [...body.matchAll(/<form [\s\S]*?<\/form>/g)].map(([form]) => form)

const actionOf = (form: string) => /^<form [^>]*\baction="([^"]+)"/.exec(form)?.[1] ?? ''

const isOf = (form: string, step: StepName, given: Given) =>
  form.includes(`name="step" value="${step}"`) &&
  (['action', 'groupId'] as const).every(
    (name) => given[name] === undefined || form.includes(`name="${name}" value="${String(given[name])}"`),
  )

/** Someone of staff before a browser: they open pages, and press the buttons that these have. */
export const openDesk = async (product: Pick<Product, 'signIn'>, role: Role = 'coordinator') => {
  const browser = await product.signIn(role)
  const open = (reference: string, part = '') => browser.get(`/staff/intakes/${reference}${part}`)

  const send = (form: string, given: Given = {}) => {
    const fields = new URLSearchParams()
    for (const [name, values] of sentFrom(form))
      if (!(name in given)) for (const value of values) fields.append(name, value)
    for (const [name, values] of Object.entries(given))
      for (const value of [values].flat()) fields.append(name, value)
    return browser.postForm(browser.belowRoot(actionOf(form)), fields)
  }

  /** Presses the button of a step on a page as it stands; fails when the page has none. */
  const press = (page: Seen, step: StepName, given: Given = {}) => {
    const form = formsIn(page).find((one) => isOf(one, step, given))
    if (form === undefined) throw new Error(`The page has no button to ${step}.`)
    return send(form, given)
  }

  /** Says yes on the page that shows what would follow. */
  const confirm = (preview: Seen) => {
    const form = formsIn(preview).find((one) => one.includes('name="confirm"'))
    if (form === undefined) throw new Error('This page asks for no yes.')
    return send(form)
  }

  return {
    browser,
    open,
    press,
    confirm,
    inbox: () => browser.get('/staff'),
    hasButton: (page: Seen, step: StepName) => formsIn(page).some((form) => isOf(form, step, {})),
    /** Opens the page, takes a step, and says yes where that is asked for. */
    async decide(reference: string, step: StepName, given: Given = {}) {
      const part = step === 'other-group' ? '/groups' : ''
      const answer = await press(await open(reference, part), step, given)
      return answer.status === 200 ? confirm(answer) : answer
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
