/** One thing taken out of the product, or done in the wrong order: something must notice. */
export interface Mutant {
  /** What the product does no longer. */
  without: string
  file: string
  /** The words in that file, as they stand, and what stands there instead. */
  find: string
  put: string
  /** Who notices: the simulation, or the test that holds this promise by itself. */
  seenBy: 'the simulation' | `test/${string}.test.ts`
}

const simulated = 'the simulation'

export const mutants: readonly Mutant[] = [
  {
    without: 'the condition that a place is free',
    file: 'adapters/group-store.ts',
    find: "'#placesTaken < #capacity AND #version",
    put: "'attribute_exists(#placesTaken) AND attribute_exists(#capacity) AND #version",
    seenBy: simulated,
  },
  {
    without: 'the condition that a group is as it was when it was chosen',
    file: 'adapters/group-store.ts',
    find: '#capacity AND #version = :version AND',
    put: '#capacity AND #version <> :version OR #version = :version AND',
    seenBy: simulated,
  },
  {
    without: 'the condition that a group is open to people',
    file: 'adapters/group-store.ts',
    find: 'AND #status = :active',
    put: 'AND (#status = :active OR attribute_exists(#status))',
    seenBy: 'test/adapters/group-store.test.ts',
  },
  {
    without: 'the condition that there is a place to give back',
    file: 'adapters/group-store.ts',
    find: 'attribute_exists(groupId) AND #placesTaken > :none',
    put: 'attribute_exists(groupId) AND (#placesTaken > :none OR #placesTaken <= :none)',
    seenBy: 'test/adapters/group-store.test.ts',
  },
  {
    without: 'the condition that a group of this name is new',
    file: 'adapters/group-store.ts',
    find: "ConditionExpression: 'attribute_not_exists(groupId)'",
    put: "ConditionExpression: 'attribute_not_exists(groupId) OR attribute_exists(groupId)'",
    seenBy: 'test/adapters/group-store.test.ts',
  },
  {
    without: 'the condition that nobody else changed a group',
    file: 'adapters/group-store.ts',
    find: "'#version = :expectedVersion'",
    put: "'#version = :expectedVersion OR #version <> :expectedVersion'",
    seenBy: 'test/adapters/group-store.test.ts',
  },
  {
    without: 'the condition that an intake is stored once',
    file: 'adapters/intake-store.ts',
    find: "Item: rowOf(intake), ConditionExpression: 'attribute_not_exists(intakeId)'",
    put: 'Item: rowOf(intake)',
    seenBy: simulated,
  },
  {
    without: 'the condition that nobody else wrote a request',
    file: 'adapters/intake-store.ts',
    find: "'revision = :revision'",
    put: "'revision = :revision OR revision <> :revision'",
    seenBy: simulated,
  },
  {
    without: 'the condition that nobody else wrote a referral',
    file: 'adapters/referral-store.ts',
    find: "'revision = :revision'",
    put: "'revision = :revision OR revision <> :revision'",
    seenBy: 'test/adapters/written-once.test.ts',
  },
  {
    without: 'the condition that a referral is new',
    file: 'adapters/referral-store.ts',
    find: "ConditionExpression: 'attribute_not_exists(referralId)'",
    put: "ConditionExpression: 'attribute_not_exists(referralId) OR attribute_exists(referralId)'",
    seenBy: 'test/adapters/written-once.test.ts',
  },
  {
    without: 'the condition that the trail is only added to',
    file: 'adapters/trail-store.ts',
    find: "Item: toItem(entry), ConditionExpression: 'attribute_not_exists(subjectId)'",
    put: 'Item: toItem(entry)',
    seenBy: 'test/adapters/written-once.test.ts',
  },
  {
    without: 'the condition that a row of staff is one that this version can write',
    file: 'adapters/staff-store.ts',
    find: "'attribute_not_exists(staffId) OR #schema = :schema'",
    put: "'attribute_not_exists(staffId) OR #schema = :schema OR #schema <> :schema'",
    seenBy: 'test/adapters/staff-store.test.ts',
  },
  {
    without: 'the condition that an occasion has one e-mail',
    file: 'adapters/email-store.ts',
    find: "Item: rowOf(email), ConditionExpression: 'attribute_not_exists(subjectId)'",
    put: 'Item: rowOf(email)',
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the claim: an e-mail may be pending or not',
    file: 'adapters/email-store.ts',
    find: "'attempts = :attempts AND #state = :pending'",
    put: "'attribute_exists(attempts) AND :attempts = :attempts AND (#state = :pending OR #state <> :pending)'",
    seenBy: simulated,
  },
  {
    without: 'the number of the try that a nudge was written for',
    file: 'adapters/email-store.ts',
    find: "'attempts = :attempts AND #state = :pending'",
    put: "'(attempts = :attempts OR attempts <> :attempts) AND #state = :pending'",
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the lease: a letter is sent again while its first try may be under way',
    file: 'adapters/email-store.ts',
    find: 'AND #state = :sending AND leaseUntil < :now',
    put: 'AND #state = :sending AND (leaseUntil < :now OR leaseUntil >= :now)',
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the condition that a claim is given back by whoever holds it',
    file: 'adapters/email-store.ts',
    find: "'#state = :sending AND claimId = :claimId'",
    put: "'#state = :sending AND (claimId = :claimId OR claimId <> :claimId)'",
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the condition that an e-mail is as it was when it was read',
    file: 'adapters/email-store.ts',
    find: "'#state = :state AND attempts = :attempts'",
    put: "'(#state = :state OR #state <> :state) AND (attempts = :attempts OR attempts <> :attempts)'",
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the condition that an address takes our mail',
    file: 'adapters/address-writes.ts',
    find: "ConditionExpression: 'attribute_not_exists(subjectId)'",
    put: "ConditionExpression: 'attribute_not_exists(subjectId) OR attribute_exists(subjectId)'",
    seenBy: simulated,
  },
  {
    without: 'the limit of letters to one address',
    file: 'adapters/address-writes.ts',
    find: "'(attribute_not_exists(#first) OR #first <= :dayAgo) AND (attribute_not_exists(third) OR third <= :weekAgo)'",
    put: "'attribute_not_exists(#first) OR #first <= :dayAgo OR #first > :dayAgo OR third <= :weekAgo'",
    seenBy: 'test/adapters/email-store.test.ts',
  },
  {
    without: 'the tombstone of someone who was erased',
    file: 'adapters/tombstone-store.ts',
    find: "ConditionExpression: 'attribute_not_exists(intakeId)'",
    put: "ConditionExpression: 'attribute_not_exists(intakeId) OR attribute_exists(intakeId)'",
    seenBy: 'test/journeys/asking.test.ts',
  },
  {
    without: 'the end of all sessions, which an earlier end must not bring forward',
    file: 'adapters/staff-store.ts',
    find: "'sessionsValidFrom < :at'",
    put: "'sessionsValidFrom < :at OR sessionsValidFrom >= :at'",
    seenBy: 'test/adapters/staff-store.test.ts',
  },
  {
    without: 'the sweep of letters',
    file: 'functions/sweep-due.ts',
    find: '    sweepLetters(now, adapters),\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'the sweep of people',
    file: 'functions/sweep-due.ts',
    find: '    sweepPeople(now, adapters),\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'the order in which a place is passed on: asked for before it is ticked off',
    file: 'functions/sweep-due.ts',
    find: `  await intakeQueue.send({ schema: 1, kind: 'place-freed', groupId: referral.groupId })
  await commit([referrals.change(referral, { ...referral, placeToPassOn: false })])`,
    put: `  await commit([referrals.change(referral, { ...referral, placeToPassOn: false })])
  await intakeQueue.send({ schema: 1, kind: 'place-freed', groupId: referral.groupId })`,
    seenBy: 'test/journeys/interleaved.test.ts',
  },
  {
    without: 'waiting for the queue before a person is told that we have their form',
    file: 'functions/submit-intake.ts',
    find: "await intakeQueue.send({ schema: 1, kind: 'submitted', intake })",
    put: "intakeQueue.send({ schema: 1, kind: 'submitted', intake }).catch(() => {})",
    seenBy: simulated,
  },
  {
    without: 'caution with SES: what may have gone out is tried again at once',
    file: 'functions/send-email.ts',
    find: "    log('message-failed', { emailId: email.emailId, ...factsOf(failure) })\n",
    put: '    await putBack(nudge, claimId, adapters)\n',
    seenBy: simulated,
  },
  {
    without: 'a lease that is longer than SES takes to report',
    file: 'domain/email.ts',
    find: 'export const leaseMinutes = 15',
    put: 'export const leaseMinutes = 10 / 60',
    seenBy: simulated,
  },
  {
    without: 'the news to the queue that a message failed',
    file: 'functions/shared/queue-handler.ts',
    find: '        batchItemFailures.push({ itemIdentifier: messageId })\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'a second look when a row was written meanwhile',
    file: 'functions/shared/until-unchanged.ts',
    find: 'const maxTries = 5',
    put: 'const maxTries = 1',
    seenBy: 'test/journeys/interleaved.test.ts',
  },
  {
    without: 'the second look at an e-mail that the sender wrote while its report came',
    file: 'functions/record-delivery.ts',
    find: "    if (result === 'email-moved') return 'changed-meanwhile'\n",
    put: '',
    seenBy: 'test/journeys/interleaved.test.ts',
  },
  {
    without: 'the answers of someone who sent their form again',
    file: 'functions/match-intake.ts',
    find: "    if (result === 'already-stored') await recordSentAgain(intake, adapters)\n",
    put: '',
    seenBy: simulated,
  },
  {
    without: 'patience when AWS is away while a group is chosen',
    file: 'functions/match-intake.ts',
    find: '    if (isPassing(failure)) throw failure\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'something for staff to do about a letter that came back',
    file: 'functions/shared/give-up-email.ts',
    find: '      ...(row ? [emails.add(row)] : []),\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'the clock of a referral in the index of what is due',
    file: 'adapters/referral-store.ts',
    find: '    sweepAt,\n',
    put: '',
    seenBy: simulated,
  },
  {
    without: 'the place that is given back with the referral that ends',
    file: 'functions/shared/standing/write-change.ts',
    find: '      ...(frees && before.referral ? [groups.freePlace(before.referral.groupId)] : []),\n',
    put: '',
    seenBy: simulated,
  },
]
