import { describe, expect, it } from 'vitest'

import { crisisLines } from '../../domain/person/crisis-lines.ts'
import { otherHelp } from '../../domain/person/other-help.ts'
import * as enAsking from '../../views/words/en/asking.ts'
import * as enGuide from '../../views/words/en/guide.ts'
import { they as enThey } from '../../views/words/en/they.ts'
import * as esAsking from '../../views/words/es/asking.ts'
import * as esGuide from '../../views/words/es/guide.ts'
import { they as esThey } from '../../views/words/es/they.ts'
import { historyWords } from '../../views/words/staff-history.ts'
import { inboxWords } from '../../views/words/staff-inbox.ts'
import { requestWords } from '../../views/words/staff-request.ts'
import { signInWords } from '../../views/words/staff-sign-in.ts'
import { stepWords } from '../../views/words/staff-steps.ts'
import { staffWords } from '../../views/words/staff.ts'
import { en, es } from '../support/all-words.ts'
import { everyWord } from '../support/every-word.ts'
import { readingGrade, wordsIn } from '../support/reading-grade.ts'

/** Words that blame, label, push or talk down; and what they would be in Spanish. */
const unkind = {
  en: /\b(abuses?|abuser|addicts?|alcoholics?|clean|dirty|relapsed?|slips?|victims?|suffer(s|ing)?|suicide|non-compliant|crazy|please|sorry|simpl[ey]|easy|easily|just|invalid)\b/i,
  es: /(^|[^\p{L}])(abus[oa]r?|adict[oa]s?|alcohólic[oa]s?|limpi[oa]s?|suci[oa]s?|recaídas?|víctimas?|sufr\p{L}+|suicid\p{L}+|loc[oa]s?|por favor|lo siento|disculpe|perdón|simple(mente)?|fácil(mente)?|inválid[oa]s?)(?!\p{L})/iu,
}

/** Proper names and marks that are the same in both languages. */
const sameInBoth = /^(states\.|matching.zone|site\.errorPrefix|site\.crisis\.inDangerAfter)/

/** What may be harder to read than all else, and why it cannot be made easier. */
const harderToRead: Readonly<Record<string, string>> = {
  'consent.mustTell.text': 'When we must tell is the law’s own list, and a shorter one would not be true.',
  'help.lines.domesticViolence.what':
    'The line’s own name has to be there, so that people know whom they call.',
  'guide.accessibility.sections.0.lines.0': 'The name of the standard.',
}

const languages = {
  en: everyWord({ ...en, ...enAsking, guide: enGuide, they: enThey }),
  es: everyWord({ ...es, ...esAsking, guide: esGuide, they: esThey }),
}

describe('words', () => {
  it.each(['en', 'es'] as const)('blame and label no one (%s)', (language) => {
    const found = languages[language].filter(
      ({ text }) => unkind[language].test(text) || /^(Other|Otr[oa]s?)\b/.test(text),
    )

    expect(found).toEqual([])
  })

  it('to staff blame and label no one either', () => {
    expect(
      JSON.stringify([
        staffWords,
        signInWords,
        signInWords.noRole.text('Lakeshore Recovery'),
        inboxWords,
        requestWords,
        stepWords,
        historyWords,
      ]),
    ).not.toMatch(unkind.en)
  })

  it('are never English on a Spanish page', () => {
    const english = new Map(languages.en.map(({ key, text }) => [key, text]))
    const same = languages.es.filter(
      ({ key, text }) => english.get(key) === text && !sameInBoth.test(key) && wordsIn(text).length > 0,
    )

    expect(same).toEqual([])
    expect(languages.es.map(({ key }) => key)).toEqual(languages.en.map(({ key }) => key))
  })

  it('can be read after six years of school', () => {
    const hard = languages.en
      .filter(({ key, text }) => wordsIn(text).length >= 8 && !(key in harderToRead))
      .map(({ key, text }) => ({ key, text, grade: Math.round(readingGrade(text) * 10) / 10 }))
      .filter(({ grade }) => grade > 6)

    expect(hard).toEqual([])
    for (const key of Object.keys(harderToRead)) {
      const { text = '' } = languages.en.find((one) => one.key === key) ?? {}
      expect([key, readingGrade(text) > 6]).toEqual([key, true])
    }
  })

  it('hold no dashes for show and no blanks', () => {
    const odd = [...languages.en, ...languages.es].filter(
      ({ text }) => /—| {2}|undefined|\[object/.test(text) || text.trim() === '',
    )

    expect(odd).toEqual([])
  })

  it('are American English, and none of our own office’s', () => {
    const foreign = languages.en.filter(({ text }) =>
      /take the tick off|safety copies|above all|working days?|how far we are|counselling|autumn/i.test(text),
    )

    expect(foreign).toEqual([])
  })

  it('said about someone else stand for words that are said to the person', () => {
    const known = new Set(languages.en.map(({ key }) => key))

    expect(everyWord(enThey).filter(({ key }) => !known.has(key))).toEqual([])
  })

  it('leave Spanish days small inside a sentence, and say “usted” only where it is needed', () => {
    const odd = languages.es.filter(({ text }) =>
      /\p{L} (Lunes|Martes|Miércoles|Jueves|Viernes|Sábado|Domingo)|(nombre|teléfono|estado) de usted|indispensable/u.test(
        text,
      ),
    )

    expect(odd).toEqual([])
  })

  it('speak to the reader as usted', () => {
    const tu = languages.es.filter(({ text }) =>
      /(^|[^\p{L}])(tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|eres|estás|elige|escribe|llama|dinos)(?!\p{L})/iu.test(
        text,
      ),
    )

    expect(tu).toEqual([])
  })
})

describe('the reading grade', () => {
  it('tells a short sentence from a long-winded one', () => {
    expect(readingGrade('We look for a group that fits you.')).toBeLessThan(3)
    expect(
      readingGrade(
        'Notwithstanding the aforementioned eligibility determination, documentation is obligatory.',
      ),
    ).toBeGreaterThan(16)
  })
})

describe('help lines', () => {
  it.each(Object.entries({ ...crisisLines, ...otherHelp }))(
    'were looked at within 180 days: %s',
    (_, { checkedOn }) => {
      const days = (Date.now() - Date.parse(checkedOn)) / 86_400_000

      expect(days).toBeLessThan(180)
    },
  )

  it.each(['en', 'es'] as const)('are named with the numbers of the one list (%s)', (language) => {
    const said = languages[language].map(({ text }) => text).join('\n')

    const numbers = said.match(/\b(1-800-\d{3}-\d{4}|\d{6}|9\d\d|711|\d{5})\b/g) ?? []
    const known = JSON.stringify([crisisLines, otherHelp])
    expect(numbers.filter((number) => number !== '60614' && !known.includes(number))).toEqual([])
    expect(said).not.toMatch(/press 3|oprima 3/i)
  })
})
