import { describe, expect, it } from 'vitest'

import { wishes } from '../../domain/groups/wish.ts'
import { ruleSchema } from '../../domain/matching/decision.ts'
import { languages } from '../../domain/person/language.ts'
import { exclusionSentence, nearMissSentence, reasonSentence } from '../../views/sentences.ts'
import { allWords, en, es } from '../support/all-words.ts'
import { aSuggestion } from '../support/suggestions.ts'

const near = (miles: number) => reasonSentence({ because: 'near', points: 5, miles }, aSuggestion(), en)

describe('why a group was chosen', () => {
  it('names the wish that was met', () => {
    expect(reasonSentence({ because: 'wish', points: 5, wish: 'captions' }, aSuggestion(), en)).toBe(
      'It has captions.',
    )
  })

  it('counts what it covers besides the first thing that was picked', () => {
    const more = (count: number, words: typeof en) =>
      reasonSentence({ because: 'more-topics', points: 5, count }, aSuggestion(), words)

    expect([more(1, en), more(2, en)]).toEqual([
      'It covers one more thing you picked.',
      'It covers 2 more things you picked.',
    ])
    expect([more(1, es), more(2, es)]).toEqual([
      'También trata otro tema que usted eligió.',
      'También trata otros 2 temas que usted eligió.',
    ])
  })

  it('tells how far it is, as far as a ZIP code can tell', () => {
    expect([near(0), near(1), near(4)]).toEqual([
      'It is in your ZIP code area.',
      'It is in your ZIP code area.',
      'It is about 4 miles from the middle of your ZIP code.',
    ])
  })

  it.each(languages)('has a sentence for every wish (%s)', (language) => {
    const sentences = wishes.map((wish) =>
      reasonSentence({ because: 'wish', points: 5, wish }, aSuggestion(), allWords(language)),
    )

    expect(new Set(sentences).size).toBe(wishes.length)
  })
})

describe('why a group was not chosen', () => {
  it.each(languages)('has two sentences for every rule (%s)', (language) => {
    const words = allWords(language)
    const rules = ruleSchema.options

    expect(new Set(rules.map((rule) => exclusionSentence({ rule }, words))).size).toBe(rules.length)
    expect(new Set(rules.map((rule) => nearMissSentence([{ rule }], words))).size).toBe(rules.length)
  })

  it('says what would have to change, all of it in one sentence', () => {
    const sentence = nearMissSentence(
      [{ rule: 'other-time' }, { rule: 'too-far', miles: 23 }, { rule: 'wish-not-met', wish: 'captions' }],
      en,
    )

    expect(sentence).toBe(
      'It would fit if other times were possible, you could travel 23 miles, and “Captions” were not a must.',
    )
  })

  it('says what is not known in a sentence of its own, or in its place among others', () => {
    const alone = [{ rule: 'home-unknown' as const }]
    const both = [{ rule: 'other-time' as const }, ...alone]

    expect(nearMissSentence(alone, en)).toBe('It could fit if it is near you. We have no ZIP code for you.')
    expect(nearMissSentence(alone, es)).toBe(
      'Podría servirle si está cerca de usted. No tenemos su código postal.',
    )
    expect(nearMissSentence(both, en)).toBe('It would fit if other times were possible and it were near you.')
  })

  it('calls a must in Spanish by the words of its button', () => {
    const sentence = nearMissSentence([{ rule: 'wish-not-met', wish: 'captions' }], es)

    expect(sentence).toBe('Le serviría si no eligiera “Lo necesito” para “Subtítulos”.')
    expect(sentence).toContain(es.form.strengths.must)
  })
})
