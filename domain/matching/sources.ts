import type { Reason, Rule } from './decision.ts'

/** Where each rule comes from: whoever wants another one knows what it would go against. */
export const ruleSources: Record<Rule, string> = {
  'not-running': 'The group’s own word, on the pages of staff or in its directory.',
  'already-tried':
    'The person’s own history: a group they left, or that said no, is not the answer to the same question.',
  'other-topic': 'SAMHSA TIP 41, chapter 3: people are placed by what they need, and never by what is free.',
  'kept-for-others':
    'TIP 41, chapter 3: groups for women, for veterans, for LGBTQ+ people are there for them. What people are is never guessed; only what they wished for counts.',
  'other-age': 'The group’s own limits. A band counts when any age of it may join.',
  'other-language':
    'Title VI of the Civil Rights Act, as federal funding asks for it: in a language that the person can follow.',
  'starts-later': 'Ours: a place held for more than eight weeks stands empty while others wait.',
  'other-format':
    'The person’s own answer; AGPA Clinical Practice Guidelines (2007): what bars attendance bars a group.',
  'not-licensed-there':
    'State licensing law: a therapist treats people where these are. Those who join from home are in their own state; those in the room are in the therapist’s (decided here: a licence elsewhere does not bar a hybrid group’s room).',
  'too-far': 'The person’s own answer. Measured in a straight line from the middle of their ZIP code.',
  'place-unknown': 'Ours: a distance that nobody knows is not a short one.',
  'home-unknown': 'The same, from the other end.',
  'other-time':
    'The person’s own answer; Yalom and Leszcz, chapter 8: who will miss four or five sessions is better placed elsewhere.',
  'no-session-known': 'Ours: nobody can go to a session of which nobody knows when it is.',
  'wish-not-met': 'The person’s own answer: what they said they must have.',
  full: 'The group’s own number of places. Full groups are where people wait, and are told so.',
}

/** The same for what speaks for a group, and for the one thing that speaks against. */
export const reasonSources: Record<Reason['because'], string> = {
  topic: 'TIP 41, chapter 3. The most, because a group about something else is no help however near it is.',
  'more-topics': 'TIP 41, chapter 3: what comes together is best worked on together.',
  wish: 'The person’s own answer. Each wish counts the same; which matters more is for them to say with “must have”.',
  time: 'Yalom and Leszcz, chapter 8: people come to what they can come to.',
  near: 'The same. From 160 points at the door down to none where they would not travel any more.',
  soon: 'Waiting loses people: the first days after asking are when help is taken up (Zero Suicide; HEDIS follow-up within 7 days).',
  scarce:
    'Ours: decision 19. What one more such place would bring to all, in steps of 25; never more than that, and never a no.',
}
