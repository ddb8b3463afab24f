import fc from 'fast-check'

import { triggers } from '../../../functions/triggers.ts'
import { type Asked, ask, branchOf, oddHeaders, oddQuery } from '../ask.ts'
import { entry } from '../entry.ts'
import { oddText } from '../odd.ts'

const { routes } = triggers['serve-form']

/** The pages that anyone reads. */
export const openPages = () =>
  entry<Asked>({
    share: 1.5,
    first: routes.map((route) => ({ route, blanks: { proxy: 'fz', name: 'fz' } })),
    inputs: fc
      .tuple(fc.constantFrom(...routes), oddText, oddHeaders, oddQuery)
      .map(([route, text, headers, query]) => ({
        route,
        blanks: { proxy: text, name: text },
        headers,
        query,
      })),
    mustReach: [
      ...routes
        .filter((route) => !route.includes('{') && route !== 'GET /exit' && route !== 'GET /open')
        .map((route) => `${route} 200`),
      'GET /exit 303',
      'GET /open 303',
      'GET /script/{name} 404',
      'GET /{proxy+} 404',
    ],
    async give(asked) {
      return [branchOf(asked, await ask(asked))]
    },
  })
