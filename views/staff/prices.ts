import { html } from 'hono/html'

import { type PlacePrice, type PlacePrices, areFresh } from '../../domain/placing/place-prices.ts'
import type { Html } from '../html.ts'
import { pricesWords as words } from '../words/staff-prices.ts'
import { requestWords } from '../words/staff-request.ts'
import { cardTable } from './card-table.ts'
import { type StaffFrame, staffLayout } from './frame.ts'
import { stamp } from './staff-times.ts'

interface PricesFacts {
  prices: PlacePrices | null
  /** Names of the groups that run, by id. */
  names: ReadonlyMap<string, string>
  /** Milliseconds since 1970. */
  now: number
  timeZone: string
}

const table = (priced: readonly [string, PlacePrice][], names: PricesFacts['names']) => {
  const { group, points, why } = words.columns
  return cardTable(
    { caption: words.caption },
    [group, points, why],
    priced.map(([groupId, price]) => [
      names.get(groupId) ?? words.gone(groupId),
      words.points(price.points),
      requestWords.why.scarce(price.people, price.places),
    ]),
  )
}

const whatIsSet = (prices: PlacePrices, { names, now, timeZone }: PricesFacts) => {
  const priced = Object.entries(prices.byGroup).toSorted(
    ([id, one], [otherId, other]) => other.points - one.points || (id < otherId ? -1 : 1),
  )
  return html`${areFresh(prices, now) ? '' : html`<p class="warning">${words.old}</p>`}
    <p class="quiet">${words.set(prices.version, stamp(prices.setAt, timeZone))}</p>
    ${priced.length === 0 ? html`<p>${words.free}</p>` : table(priced, names)}`
}

/** What the places of each group cost, to be read: nothing can be changed here. */
export const pricesPage = (frame: StaffFrame, facts: PricesFacts): Html =>
  staffLayout(frame, {
    title: words.title,
    body: html`<p><a class="tall" href="${frame.base}/staff">${words.back}</a></p>
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <ul>
        ${words.never.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${facts.prices === null ? html`<p>${words.none}</p>` : whatIsSet(facts.prices, facts)}`,
  })
