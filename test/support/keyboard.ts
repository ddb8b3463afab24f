import type { Page } from 'playwright-core'

interface Focused {
  id: string
  name: string
  type: string
  text: string
  isInView: boolean
}

/** What has the focus, and whether it can be seen. Asked of the browser itself: the page runs no script. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const at = document.activeElement ?? document.body
    const { top, bottom } = at.getBoundingClientRect()
    return {
      id: at.id, name: at.getAttribute('name') ?? '', type: at.getAttribute('type') ?? '',
      text: (at.textContent ?? '').trim(), isInView: bottom > 0 && top < innerHeight,
    }
  })()`)

/** Someone who uses the keyboard and nothing else. What takes the focus out of sight is a fault (WCAG 2.4.11). */
export const keyboardOf = (page: Page) => {
  const press = (key: string) => page.keyboard.press(key)

  const tabTo = async (what: string, isIt: (at: Focused) => boolean) => {
    for (let tabs = 0; tabs < 120; tabs += 1) {
      await press('Tab')
      const at = await focused(page)
      if (at.id !== '' && !at.isInView) throw new Error(`The focus is out of sight at ${at.id}.`)
      if (isIt(at)) return
    }
    throw new Error(`The keyboard does not come to ${what} on ${page.url()}.`)
  }

  return {
    press,
    focused: () => focused(page),
    async follow(text: string | RegExp) {
      await tabTo(String(text), (at) => (typeof text === 'string' ? at.text === text : text.test(at.text)))
      await Promise.all([page.waitForNavigation(), press('Enter')])
    },
    async tick(...ids: string[]) {
      for (const id of ids) {
        await tabTo(id, (at) => at.id === id)
        await press('Space')
      }
    },
    /** Radio buttons of one question are one stop; the arrows go from one to the next. */
    async pick(name: string, place: number) {
      await tabTo(name, (at) => at.name === name)
      await press('Space')
      for (let steps = 1; steps < place; steps += 1) await press('ArrowDown')
    },
    async type(id: string, text: string) {
      await tabTo(id, (at) => at.id === id)
      await page.keyboard.type(text)
    },
  }
}
