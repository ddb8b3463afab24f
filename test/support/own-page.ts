import { sentFrom } from './page-parts.ts'
import type { Confirmation } from './person.ts'
import type { Product, Reply } from './product.ts'

type Given = Record<string, string | string[]>

const formsIn = ({ body }: Reply) => [...body.matchAll(/<form [\s\S]*?<\/form>/g)].map(([form]) => form)

const isButton = (go: string) => `name="go" value="${go}"`

/** Someone on their private page: they give the code, and press the buttons that the pages have. */
export const ownPageOf = (product: Product, { statusPath, code }: Confirmation) => {
  const post = async (fields: URLSearchParams) => {
    const answer = await product.postForm(statusPath, fields)
    await product.settle()
    return answer
  }

  /** Presses a button on a page as it stands, with what was filled in; fails when the page has no such button. */
  const press = (page: Reply, go: string, given: Given = {}) => {
    const form = formsIn(page).find((one) => one.includes(isButton(go)))
    if (form === undefined) throw new Error(`The page has no button to ${go}.`)
    const fields = new URLSearchParams([['go', go]])
    for (const [name, values] of sentFrom(form))
      if (!(name in given)) for (const value of values) fields.append(name, value)
    for (const [name, values] of Object.entries(given))
      for (const value of [values].flat()) fields.append(name, value)
    return post(fields)
  }

  const details = () => post(new URLSearchParams({ code }))

  return {
    details,
    press,
    post,
    hasButton: (page: Reply, go: string) => formsIn(page).some((one) => one.includes(isButton(go))),
    /** Opens the details, turns to a page, and presses its button. */
    async goes(to: string, go: string, given: Given = {}) {
      return press(await press(await details(), to), go, given)
    },
    turnsTo: async (to: string) => press(await details(), to),
  }
}
