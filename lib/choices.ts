import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib'

import { mapByName } from './by-name.ts'

/** What SES and our own settings both take: ASCII before the @, no quotes, no comments. */
const emailAddress = String.raw`^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$`

/** Shown in pages and as the name of a sender, so it must not be able to break out of either. */
const plainName = String.raw`^[^\s<>"\\][^\r\n\t<>"\\]{0,59}$`

/** What stands in the JSON of a secret, so it must not be able to break out of it. */
const noQuotes = String.raw`^[!#-\[\]-~]{0,500}$`
const noQuotesInWords = 'up to 500 letters, digits and marks, without blanks, " or \\'

/** The zones of the states and territories (IANA time zone database, zone1970.tab), one for each set of rules. */
const timeZones = [
  'America/New_York',
  'America/Detroit',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Chicago',
  'America/Denver',
  'America/Boise',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'America/St_Thomas',
  'Pacific/Guam',
  'Pacific/Saipan',
  'Pacific/Pago_Pago',
]

/**
 * What an organisation chooses at deployment. An address or a phone number has no default: a made-up one would lose
 * real e-mails, or send somebody in need to a number that nobody answers.
 */
const questions = {
  SenderAddress: {
    description: 'The e-mail address that all mail comes from. SES has to know it, or its domain.',
    allowedPattern: emailAddress,
    constraintDescription: 'SenderAddress must be one e-mail address, such as groups@example.org.',
  },
  StaffAddress: {
    description: 'The e-mail address of the intake staff: where new requests and overdue work are announced.',
    allowedPattern: emailAddress,
    constraintDescription: 'StaffAddress must be one e-mail address, such as intake@example.org.',
  },
  OnCallAddress: {
    description: 'The e-mail address that hears when something does not work. It has to confirm one e-mail.',
    allowedPattern: emailAddress,
    constraintDescription: 'OnCallAddress must be one e-mail address, such as on-call@example.org.',
  },
  HelpPhone: {
    description: 'The phone number of the organisation, as people should read it. A person must answer it.',
    allowedPattern: '^[0-9+(][0-9 ().-]{5,18}[0-9]$',
    constraintDescription:
      'HelpPhone must be a phone number of 7 to 20 digits, spaces, dots, dashes and brackets.',
  },
  OrganisationName: {
    description: 'The name of the organisation, as its pages show it.',
    default: 'Open Circle',
    allowedPattern: plainName,
    constraintDescription: 'OrganisationName must be 1 to 60 characters on one line, without < > " or \\.',
  },
  DiscreetName: {
    description:
      'The sender that a person sees in a mailbox others may read: true, but not telling what it is about.',
    default: 'Your request',
    allowedPattern: plainName,
    constraintDescription: 'DiscreetName must be 1 to 60 characters on one line, without < > " or \\.',
  },
  StaffTimeZone: {
    description: 'The time zone in which staff keep their hours.',
    default: 'America/New_York',
    allowedValues: timeZones,
    constraintDescription: 'StaffTimeZone must be a time zone of the United States, such as America/Chicago.',
  },
  ClosedDays: {
    description: 'Days on which no staff work, beside Saturdays and Sundays, as 2026-12-25,2027-01-01.',
    default: '',
    allowedPattern: String.raw`^(\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2})*)?$`,
    constraintDescription: 'ClosedDays must be days as 2026-12-25,2027-01-01, without spaces, or empty.',
  },
  SupervisorAddress: {
    description:
      'The e-mail address of whoever answers for the intake staff: hears of what stays late. Empty: the staff address.',
    default: '',
    allowedPattern: `${emailAddress}|^$`,
    constraintDescription:
      'SupervisorAddress must be one e-mail address, such as lead@example.org, or empty.',
  },
  FollowUpDays: {
    description:
      'When people who agreed to it are asked how it goes, in days from their first session; -1 reminds them the day before.',
    default: '-1,3,7,30,90',
    allowedPattern: String.raw`^-?\d{1,3}(,-?\d{1,3})*$`,
    constraintDescription: 'FollowUpDays must be days in order, as -1,3,7,30,90, without spaces.',
  },
  MinorsMode: {
    description:
      'What a person of 13 to 17 meets: other help at once (signpost) or a form that staff read (accept).',
    default: 'signpost',
    allowedValues: ['signpost', 'accept'],
    constraintDescription: 'MinorsMode must be signpost or accept.',
  },
  StaffIssuer: {
    description:
      'Where staff sign in, if you have your own OpenID Connect issuer. Empty: the Cognito pool of this stack.',
    default: '',
    allowedPattern: String.raw`^(https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(:[1-9]\d{1,3})?(/[\w.~+-]+)*/?)?$`,
    constraintDescription: 'StaffIssuer must be the address of an issuer, beginning with https://, or empty.',
  },
  StaffClientId: {
    description: 'The name under which your own issuer knows this site. Empty without StaffIssuer.',
    default: '',
    allowedPattern: noQuotes,
    constraintDescription: `StaffClientId must be ${noQuotesInWords}.`,
  },
  StaffClientSecret: {
    description: 'The secret that your own issuer gave this site. Empty for a client that has none.',
    default: '',
    noEcho: true,
    allowedPattern: noQuotes,
    constraintDescription: `StaffClientSecret must be ${noQuotesInWords}.`,
  },
  StaffRolesClaim: {
    description:
      'The claim of the ID token that holds coordinator or admin: roles or groups with many issuers of your own.',
    default: 'cognito:groups',
    allowedPattern: String.raw`^[!#-\[\]-~]{1,200}$`,
    constraintDescription:
      'StaffRolesClaim must be 1 to 200 letters, digits and marks, without blanks, " or \\.',
  },
  Part2Notice: {
    description:
      'Whether what a group leader is shown of a person carries the notice of 42 CFR part 2: on for a Part 2 program.',
    default: 'off',
    allowedValues: ['off', 'on'],
    constraintDescription: 'Part2Notice must be off or on.',
  },
  LeaveTo: {
    description:
      'Where "Leave this site" leads: a page that anyone might be looking at, in one tap. It is told nothing.',
    default: 'https://www.weather.gov/',
    allowedPattern: String.raw`^https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(/[\w.~-]+)*/?$`,
    constraintDescription:
      'LeaveTo must be the address of a page, beginning with https:// and without ? or #.',
  },
} satisfies Record<string, CfnParameterProps>

type Question = keyof typeof questions
export type Choices = Record<Question, string>

export const addChoices = (stack: Stack): Choices =>
  mapByName<Question, CfnParameterProps, string>(
    questions,
    (name, question) => new CfnParameter(stack, name, { type: 'String', ...question }).valueAsString,
  )
