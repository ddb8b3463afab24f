import { emailNudges } from './entries/email-nudges.ts'
import { facilitatorPages } from './entries/facilitator-pages.ts'
import { meetingGuideFiles, ownGroupFiles } from './entries/import-files.ts'
import { intakeMessages } from './entries/intake-messages.ts'
import { openPages } from './entries/open-pages.ts'
import { pageByPage } from './entries/page-by-page.ts'
import { privateLinks } from './entries/private-links.ts'
import { readingForms } from './entries/reading-forms.ts'
import { readingLinks } from './entries/reading-links.ts'
import { sendingForms, sendingJson } from './entries/sending-forms.ts'
import { sesEvents } from './entries/ses-events.ts'
import { staffPages } from './entries/staff-pages.ts'
import type { Entry } from './entry.ts'
import type { People } from './people.ts'

type Open = (people: People) => Entry | Promise<Entry>

/** Every way into the product, each opened when its turn comes. What one leaves behind the next may find. */
export const entries: Readonly<Record<string, Open>> = {
  'reading a form': readingForms,
  'reading a private link': readingLinks,
  'files in the Meeting Guide format': meetingGuideFiles,
  'files of own groups': ownGroupFiles,
  'pages that anyone reads': openPages,
  'pages behind private links': privateLinks,
  'pages of group leaders': facilitatorPages,
  'pages of staff': staffPages,
  'the form page by page': ({ product }) => pageByPage(product),
  'reports of SES': ({ product }) => sesEvents(product),
  'messages about e-mails': ({ product }) => emailNudges(product),
  'messages about intakes': ({ product }) => intakeMessages(product),
  // Last: what they accept stays in the queue, and others would have to wait for it.
  'a form sent by a page': sendingForms,
  'a form sent as JSON': sendingJson,
}
