import type { Html } from '../../views/html.ts'

/** The few things that tests ask of a page's markup, which we write ourselves and know to be regular. */

/** A page as it is sent: our templates may answer at once or later. */
export const written = async (page: Html) => (await page).toString()

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const unescaped = (text: string) =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

type Attributes = Record<string, string>

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?(?=[\s/>])/g)].map(([, name, value]) => [
      name,
      unescaped(value ?? ''),
    ]),
  )

const withoutStyle = (page: string) => page.replaceAll(/<style>[\s\S]*?<\/style>/g, '')

/** Every opening tag with its attributes. A `<` that came from a person would show up here as a tag of its own. */
export const tagsIn = (page: string) =>
  [...withoutStyle(page).matchAll(/<([a-z][a-z0-9]*)(?:\s(?:"[^"]*"|[^">])*)?>/gi)].map(([tag, name]) => ({
    name: name?.toLowerCase() ?? '',
    attributes: attributesOf(tag),
  }))

export const idsIn = (page: string) => tagsIn(page).flatMap(({ attributes: { id } }) => (id ? [id] : []))

/** Words as a person reads them, without the markup. */
export const textOf = (page: string) =>
  unescaped(
    withoutStyle(page)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  )

const valueOf = (name: string, { type, value = '' }: Attributes, isChecked: boolean) => {
  if (type === 'radio' || type === 'checkbox') return isChecked ? [[name, value]] : []
  return [[name, value]]
}

/** What a browser would send if the form were sent as it stands. */
export const sentFrom = (page: string) => {
  const pairs: string[][] = tagsIn(page).flatMap(({ name: tag, attributes }) =>
    tag === 'input' && attributes['name']
      ? valueOf(attributes['name'], attributes, 'checked' in attributes)
      : [],
  )
  for (const [, name, inside] of page.matchAll(
    /<select[^>]*\sname="([^"]*)"[\s\S]*?>([\s\S]*?)<\/select>/g,
  )) {
    const picked = tagsIn(inside ?? '').find(({ attributes }) => 'selected' in attributes)
    pairs.push([name ?? '', picked?.attributes['value'] ?? ''])
  }
  for (const [, name, inside] of page.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g))
    pairs.push([name ?? '', unescaped(inside ?? '')])
  const sent = new Map<string, string[]>()
  for (const [name = '', value = ''] of pairs) sent.set(name, [...(sent.get(name) ?? []), value])
  return sent
}

/** A page without the one script of ours that it names: whatever script is left in it, somebody put there. */
export const withoutOurScript = (page: string) =>
  page.replace(/<script src="[\w./-]*\/script\/[0-9a-f]{12}\.js" defer><\/script>/, '')
