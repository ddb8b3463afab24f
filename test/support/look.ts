import type { Page } from 'playwright-core'

/*
 * What can be measured of a page as it is shown. The pages run no scripts of their own: each look is one that the browser
 * is handed.
 */

const contrastScript = `
  const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number)
  const isSeen = (colour) => channels(colour).length < 4 || channels(colour)[3] > 0
  const light = (colour) => {
    const [red, green, blue] = channels(colour).map((one) => {
      const share = one / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((before, after) => before - after)
    return (bright + 0.05) / (dark + 0.05)
  }
  const ground = (at) => {
    for (let one = at; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one)
      if (isSeen(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const name = (one) => (one.id || one.name || one.textContent.trim()).slice(0, 40)
  const isShown = (one) => one.checkVisibility() && !one.closest('.unseen')`

/** How wide the page is beyond the window, in CSS pixels: 0 where nobody has to scroll sideways (WCAG 1.4.10). */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** WCAG 1.4.12 as it is written, and 1.4.4 by the size of letters alone. */
const readersOwn = {
  'words set apart':
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
  'letters twice as large': 'html{font-size:200%!important}',
}

/** The page as it stands and as readers may have it: what does not fit, by how much. */
export const overflowsOf = async (page: Page) => {
  const found: [how: string, pixels: number][] = [['as it stands', await tooWide(page)]]
  for (const [how, content] of Object.entries(readersOwn)) {
    await page.addStyleTag({ content })
    found.push([how, await tooWide(page)])
    await page.evaluate('document.head.lastElementChild.remove()')
  }
  return found.filter(([, pixels]) => pixels > 0)
}

/**
 * What can be pressed and is smaller than a fingertip (WCAG 2.5.5, 44 by 44). A link inside a sentence is as high as its
 * line (2.5.5 allows that), and a short word as wide as it is.
 */
export const smallTargetsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {${contrastScript}
    const inSentence = (one) => one.matches('p a, li a, dd a') && getComputedStyle(one).display === 'inline'
    return [...document.querySelectorAll('a, button, summary, input:not([type=radio],[type=checkbox]), select, textarea, .choice')]
      .filter((one) => isShown(one) && !one.matches('.skip') && !inSentence(one))
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return height < 44 || width < 24
      })
      .map((one) => name(one) + ' ' + Math.round(one.getBoundingClientRect().height))
  })()`)

/** Controls whose edge cannot be told from what is around them (WCAG 1.4.11), by 3:1. */
export const edgelessOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {${contrastScript}
    return [...document.querySelectorAll('.button, button:not(.switch, .like-link), input:not([type=radio],[type=checkbox],[type=hidden]), select, textarea')]
      .filter(isShown)
      .filter((one) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(one)
        const around = ground(one.parentElement)
        return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1 || contrast(borderTopColor, around) < 3
      })
      .map(name)
  })()`)

/**
 * What the keyboard comes to and what is wrong there: no ring of two pixels that stands out by 3:1 (WCAG 2.4.13), or
 * something that lies over it (2.4.12).
 */
export const focusFaultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {${contrastScript}
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    return all.filter((one) => isShown(one) && one.tabIndex >= 0).flatMap((one) => {
      one.focus({ focusVisible: true })
      const ring = [one, one.nextElementSibling].filter(Boolean).map((each) => getComputedStyle(each))
        .find(({ outlineStyle }) => outlineStyle !== 'none')
      if (!ring || parseFloat(ring.outlineWidth) < 2) return [name(one) + ': no ring']
      if (contrast(ring.outlineColor, ground(one.parentElement)) < 3) return [name(one) + ': a faint ring']
      const { left, right, top, bottom } = one.getBoundingClientRect()
      const isMine = (height) => {
        const over = document.elementFromPoint((left + right) / 2, Math.min(Math.max(height, 0), innerHeight - 1))
        return over && [one, one.nextElementSibling, ...(one.labels ?? [])].some((each) => each?.contains(over) || over.contains(one))
      }
      const isOpen = bottom > 0 && top < innerHeight && [top + 2, (top + bottom) / 2, bottom - 2].every(isMine)
      return isOpen ? [] : [name(one) + ': hidden']
    })
  })()`)

/**
 * Blocks of text that are hard to follow (WCAG 1.4.8): lines longer than 80 characters or closer than half a line to each
 * other, paragraphs that stand no further apart than lines, and what is justified.
 */
export const denseTextOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {${contrastScript}
    const isBlock = (one) => isShown(one) && (one.textContent.match(/[.?!](\\s|$)/g) ?? []).length > 1
    return [...document.querySelectorAll('main :is(p, li, dd)')].filter(isBlock).flatMap((one) => {
      const { lineHeight, fontSize, textAlign } = getComputedStyle(one)
      const line = parseFloat(lineHeight)
      const { height, bottom } = one.getBoundingClientRect()
      const lines = Math.round(height / line)
      const next = one.nextElementSibling
      const gap = one.matches('p') && next?.matches('p:not(.problem)') && isShown(next) ? next.getBoundingClientRect().top - bottom : line
      return [
        ...(line < 1.5 * parseFloat(fontSize) ? ['close lines'] : []),
        ...(lines > 2 && one.textContent.trim().replace(/\\s+/g, ' ').length / lines > 80 ? ['long lines'] : []),
        ...(gap < line / 2 ? ['close paragraphs'] : []),
        ...(textAlign === 'justify' ? ['justified'] : []),
      ].map((fault) => name(one) + ': ' + fault)
    })
  })()`)
