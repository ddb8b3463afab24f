/**
 * Help that a person can have now. Checked against each source on the day named; a test asks for a new look after
 * 180 days. 988's "press 3" ended on 17 July 2025 and must not come back.
 */
export const crisisLines = {
  lifeline: {
    number: '988',
    source: 'https://988lifeline.org/get-help/what-to-expect/',
    checkedOn: '2026-11-23',
  },
  emergency: { number: '911', source: 'https://www.911.gov/calling-911/', checkedOn: '2026-11-23' },
  domesticViolence: {
    number: '1-800-799-7233',
    text: 'START',
    textTo: '88788',
    source:
      'https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts',
    checkedOn: '2026-11-23',
  },
  crisisText: {
    text: { en: 'HOME', es: 'AYUDA' },
    textTo: '741741',
    source:
      'https://www.crisistextline.org/blog/2021/10/15/hola-crisis-text-line-is-now-available-in-spanish',
    checkedOn: '2026-11-23',
  },
  childAbuse: {
    number: '1-800-422-4453',
    source: 'https://childhelphotline.org/how-it-works',
    checkedOn: '2026-11-23',
  },
  relay: { number: '711', source: 'https://www.fcc.gov/711', checkedOn: '2026-11-23' },
} as const
