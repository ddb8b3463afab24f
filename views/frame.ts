import type { Language } from '../domain/person/language.ts'

/** What every page is set in. */
export interface Frame {
  language: Language
  /** What stands before every path of ours: a stage like `/prod`, or nothing. */
  base: string
  /** The English path of this page, for the link to the other language. */
  path: string
  /** For pages behind a private link, whose path has no Spanish twin. */
  otherLanguageHref?: string | undefined
  /** Group leaders and staff read their pages at work: nobody has to hide these from whoever is beside them. */
  isAtWork?: boolean
  organisation: { name: string; helpPhone: string }
}

/** The address of one of our pages: Spanish ones have the English path behind `/es`. */
export const addressOf = ({ base, language }: Pick<Frame, 'base' | 'language'>, path: string) => {
  if (language === 'en') return `${base}${path}`
  return path === '/' ? `${base}/es` : `${base}/es${path}`
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'es' : 'en')

/** A number as typed, with the pauses and keys that a dial-in has after it; null for words that are not one number. */
export const callHref = (phone: string) => {
  const number = phone.replace(/[\s().-]/g, '')
  return /^\+?\d{3,15}([,;*#][\d,;*#]*)?$/.test(number) ? `tel:${number.replaceAll('#', '%23')}` : null
}

/** As people here write it: without the +1, which only a call from abroad needs. */
export const shownPhone = (phone: string) => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})(?!\d)/, '$1-$2-$3')

/** Directories hold whatever their editors typed; only what opens a website becomes a link. */
export const webAddress = (url: string | null) => (url && /^https?:\/\//i.test(url) ? url : null)
