import type { Made } from '../adapters/outside.ts'
import {
  chance,
  clock,
  commit,
  directory,
  emails,
  groups,
  inbox,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  prices,
  referrals,
  seals,
  site,
  staff,
  trail,
  zips,
} from '../adapters/parts.ts'
import { staffCss } from '../views/staff/style.ts'
import { css } from '../views/style.ts'
import type { Answer } from './shared/answer.ts'
import { consolePage } from './shared/console/console-page.ts'
import { type Request, httpHandler } from './shared/http-handler.ts'
import { asStaff } from './shared/staff/as-staff.ts'

const needs = {
  chance,
  clock,
  commit,
  directory,
  emails,
  groups,
  inbox,
  intakes,
  moment,
  office,
  organisation,
  placePrices,
  prices,
  referrals,
  seals,
  site,
  staff,
  trail,
  zips,
}

/** Where staff see what waits, and read. Of what they do, this writes down that they looked, and nothing else. */
export const serveConsole = (request: Request, adapters: Made<typeof needs>): Promise<Answer> =>
  asStaff(request, adapters, (member) => consolePage(member, request, adapters))

export const handler = httpHandler(needs, serveConsole, [css, staffCss])
