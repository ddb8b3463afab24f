import { doorCodes } from '../../adapters/door-codes.ts'
import { linkSigner } from '../../adapters/link-signer.ts'
import type { Letter } from '../../adapters/mailer.ts'
import { addresseeOf } from '../../domain/letters/addressee.ts'
import { staffSubject } from '../../domain/letters/digest.ts'
import { type Template, newEmail, templates } from '../../domain/letters/email.ts'
import { type Language, languages } from '../../domain/person/language.ts'
import type { LetterNeeds } from '../../functions/shared/letters/letter-needs.ts'
import { digestLetter } from '../../functions/shared/letters/to-staff.ts'
import { writeLetter } from '../../functions/shared/letters/write-letter.ts'
import { localSettings } from '../settings.ts'
import { robin, sampleNow } from './people.ts'
import { type Sample, samples } from './samples.ts'

type Reader = 'person' | 'facilitator' | 'staff'

export interface WrittenLetter {
  /** The last part of its address. */
  id: string
  template: Template
  what: string
  reader: Reader
  language: Language
  /** Someone else may read this mailbox. */
  isPlain: boolean
  letter: Letter
}

const readerOf = (template: Template): Reader => {
  if (template.startsWith('staff-')) return 'staff'
  return template.startsWith('facilitator-') ? 'facilitator' : 'person'
}

const settings = localSettings({ intakes: '', emails: '' })

/** What a letter is written with, with nothing outside: the links are signed with a key that opens nothing. */
const needsFor = (
  siteAddress: string,
  { waiting = { late: 0, dueByTonight: 0, all: 0 } }: Sample,
): LetterNeeds => {
  const ring = async () => JSON.stringify({ 1: 'signs only what is looked at, and opens nothing' })
  const now = () => sampleNow.epochMilliseconds
  const iso = () => sampleNow.toString({ smallestUnit: 'millisecond' })
  return {
    clock: { now, iso, instant: () => sampleNow },
    office: { timeZone: 'America/Los_Angeles', closedDays: [] },
    organisation: { name: settings.ORGANISATION_NAME ?? '', helpPhone: settings.HELP_PHONE ?? '' },
    discreetName: settings.DISCREET_NAME ?? '',
    staffAddress: settings.STAFF_ADDRESS ?? '',
    site: { address: async () => siteAddress },
    links: linkSigner(ring, now),
    doorCodes: doorCodes(ring),
    inbox: {
      countDueBy: async (_, until) => {
        if (until === '9999') return waiting.all
        return until === iso() ? waiting.late : waiting.dueByTonight
      },
    },
  }
}

const write = async (
  template: Template,
  sample: Sample,
  { language, isPlain }: Pick<WrittenLetter, 'language' | 'isPlain'>,
  siteAddress: string,
): Promise<Letter> => {
  const needs = needsFor(siteAddress, sample)
  const { intake: given, referral = null, action = null } = sample
  const intake = robin(language, isPlain, given)
  const isDigest = template === 'staff-digest'
  const email = newEmail(
    {
      subjectId: isDigest ? staffSubject : intake.intakeId,
      occurrence: template,
      emailId: '019ab123-4567-7abc-8def-0000000000ee',
      template,
      to: readerOf(template),
      action,
      referralId: referral?.referralId ?? null,
    },
    intake.receivedAt,
  )
  if (isDigest) return digestLetter(email, needs)
  const desks = { staffAddress: needs.staffAddress, supervisorAddress: '' }
  const addressee = addresseeOf({ email, intake, referral }, desks)
  if (addressee.is === 'nobody' || addressee.is === 'another-address')
    throw new Error(`The sample “${sample.what}” of ${template} would be written to nobody.`)
  return writeLetter(email, addressee, needs)
}

/** English to those whose language we do not know, and never plain: they are at work. */
const atWork = [{ language: 'en', isPlain: false }] as const
const atHome = languages.flatMap((language) => [false, true].map((isPlain) => ({ language, isPlain })))

const wordsIn = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** Every letter in every shape, written by the code that writes those which go out, to invented people. */
export const everyLetter = (siteAddress: string): Promise<WrittenLetter[]> =>
  Promise.all(
    templates.flatMap((template) => {
      const reader = readerOf(template)
      return samples[template].flatMap((sample) =>
        (reader === 'person' ? atHome : atWork).map(async (as) => ({
          id: [template, ...wordsIn(sample.what), as.language, as.isPlain ? 'plain' : 'full'].join('-'),
          template,
          what: sample.what,
          reader,
          ...as,
          letter: await write(template, sample, as, siteAddress),
        })),
      )
    }),
  )
