import type { Moment } from '../time/moment.ts'
import type { Standing } from '../way/change.ts'
import { hasLeft } from '../way/intake.ts'
import { stopContact } from '../way/steps/safe-contact.ts'
import { withdraw } from '../way/steps/withdraw.ts'

/** What a person can turn to on their private page, in this order. */
export const ownPages = ['contact', 'stop', 'consents', 'kept', 'withdraw', 'erase'] as const
export type OwnPage = (typeof ownPages)[number]

const isPossible = (page: OwnPage, standing: Standing, moment: Moment) => {
  switch (page) {
    case 'contact':
      return !hasLeft(standing.intake)
    case 'stop':
      return stopContact(standing, moment) !== null
    case 'withdraw':
      return withdraw(standing, 'person', moment) !== null
    case 'consents':
    case 'kept':
    case 'erase':
      return true
  }
}

/** What is still to be done there: someone who stopped all contact has no button for it. */
export const possibleOwnPages = (standing: Standing, moment: Moment): OwnPage[] =>
  ownPages.filter((page) => isPossible(page, standing, moment))
