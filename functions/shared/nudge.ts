import type { Adapters } from '../../adapters/adapters.ts'
import type { EmailNudge } from '../../domain/letters/email-nudge.ts'
import { factsOf, log } from './log.ts'

/** Asks for e-mails to go out now. They are written down already: a nudge that fails only costs a minute. */
export const nudge = async (nudges: readonly EmailNudge[], { emailQueue }: Pick<Adapters, 'emailQueue'>) => {
  try {
    if (nudges.length > 0) await emailQueue.sendAll(nudges)
  } catch (failure) {
    log('message-failed', factsOf(failure))
  }
}
