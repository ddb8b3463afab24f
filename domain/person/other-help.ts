/**
 * Who helps with what a support group cannot. Checked against each source on the day named, as the help lines are; a test
 * asks for a new look after 180 days.
 */
export const otherHelp = {
  treatment: {
    number: '1-800-662-4357',
    source: 'https://www.samhsa.gov/find-help/national-helpline',
    checkedOn: '2026-11-26',
  },
  dailyNeeds: {
    number: '211',
    source:
      'https://www.unitedway.org/the-latest/in-the-news/housing-utilities-and-food-assistance-among-top-community-needs',
    checkedOn: '2026-11-26',
  },
} as const
