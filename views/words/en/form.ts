import type { IntakeForm } from '../../../domain/form/intake-form.ts'
import type { Topic } from '../../../domain/groups/topic.ts'
import type { Wish } from '../../../domain/groups/wish.ts'

type Labels<Answer extends string> = Record<Answer, string>

/** The questions, under the names of the form's fields. */
export const form = {
  title: 'Your form',
  heading: 'Tell us what you are looking for',
  lead: 'It takes about 5 minutes. You can skip every part marked “optional”. Nothing is saved until you press “Send my form” at the end.',
  forAnother: 'If you fill this in for someone else, “you” means that person.',
  problemsHeading: 'There is a problem',
  problemsLead: 'Your answers are still here. Look at these and send the form again:',
  leaveEmpty: 'Leave this empty',
  send: 'Send my form',
  beforeSend: 'When you press “Send my form”, we keep your answers and a member of our staff reads them.',
  sections: {
    you: 'About you',
    group: 'The group you are looking for',
    contact: 'How to reach you',
    choices: 'Your choices about your information',
  },
  safety: {
    question: 'Are you safe right now?',
    hint: 'We ask everyone. Your answer does not stop you from getting a group.',
    answers: {
      safe: 'Yes, I’m safe right now',
      'might-hurt': 'No, I might hurt myself or someone else',
      'being-hurt': 'No, someone is hurting me or scaring me',
      'rather-not-say': 'I’d rather not say',
    } satisfies Labels<IntakeForm['safety']>,
    helpNow: 'You can get help right now',
    helpNowNote: 'You can go on with the form when you are ready. Your answers stay here.',
  },
  who: {
    question: 'Who is this for?',
    answers: {
      me: 'Me',
      'someone-else': 'Someone else, and they know I’m doing this',
      'my-client': 'My client or patient',
    } satisfies Labels<IntakeForm['who']>,
  },
  helper: {
    heading: 'You are helping someone',
    hint: 'We keep your details apart from theirs. We call you only if we can’t reach them.',
    name: 'Your own name',
    phone: 'Your own phone number',
    agreed: 'They know that I am doing this, and they agree.',
    agreedQuestion: 'Do they agree?',
  },
  age: {
    question: 'How old are you?',
    hint: 'Groups are run for different ages.',
    answers: {
      'under-13': 'Under 13',
      '13-17': '13 to 17',
      '18-24': '18 to 24',
      '25-64': '25 to 64',
      '65-plus': '65 or over',
    } satisfies Labels<IntakeForm['age']>,
  },
  topics: {
    question: 'What would you like support with?',
    hint: 'Pick all that fit. A best guess is fine.',
    answers: {
      worry: 'Worry, panic or stress',
      'low-mood': 'Low mood or depression',
      trauma: 'Something hard or scary that happened',
      grief: 'Loss of someone',
      drinking: 'Drinking',
      drugs: 'Drugs or pills',
      habits: 'Gambling or other habits',
      food: 'Food or eating',
      'loved-one': 'A loved one’s drinking, drug use or health',
      'something-else': 'Something else',
      'not-sure': 'I’m not sure',
    } satisfies Labels<Topic>,
  },
  meet: {
    question: 'How would you like to meet?',
    hint: 'Pick all that would work.',
    answers: {
      video: 'Online, by video',
      phone: 'By phone',
      'in-person': 'In person',
    } satisfies Labels<IntakeForm['meet'][number]>,
  },
  zip: {
    question: 'What is your ZIP code?',
    hint: 'We use it to find groups near you and in your state. Five numbers, like 60614.',
    none: 'I don’t have one right now',
  },
  usState: { question: 'Which state are you in?', pick: 'Pick a state' },
  travelMiles: {
    question: 'How far could you travel?',
    hint: 'For groups that meet in person.',
    miles: (miles: number) => `${miles} miles`,
  },
  times: {
    question: 'When could you go to a group?',
    hint: 'Pick all that would work.',
    answers: {
      'weekday-morning': 'Weekday mornings',
      'weekday-afternoon': 'Weekday afternoons',
      'weekday-evening': 'Weekday evenings',
      weekend: 'Weekends',
      'not-sure': 'I’m not sure yet',
    } satisfies Labels<IntakeForm['times'][number]>,
  },
  timesStrength: {
    question: 'Should we also look at other times?',
    answers: {
      must: 'No, only the times I picked',
      nice: 'Yes, if a group fits well',
    } satisfies Labels<IntakeForm['timesStrength']>,
  },
  days: {
    question: 'Are there days that work best?',
    hint: 'Leave this open if any day is fine.',
  },
  kinds: {
    question: 'What kind of group would feel right?',
    hint: 'Say only what matters to you. Each “Must have” leaves fewer groups to pick from.',
  },
  access: {
    question: 'What would help you take part?',
    hint: 'If you can’t take part without it, pick “Must have”.',
  },
  strengths: { none: 'Does not matter', nice: 'Would be nice', must: 'Must have' },
  wishes: {
    women: 'Women only',
    men: 'Men only',
    lgbtq: 'LGBTQ+',
    veterans: 'Veterans',
    'people-of-color': 'People of color',
    'twelve-step': 'Twelve steps, like AA or NA',
    faith: 'Based on faith',
    'not-faith': 'Not based on faith',
    'peer-led': 'Led by someone who has been through it',
    'therapist-led': 'Led by a licensed therapist',
    free: 'Free of charge',
    spanish: 'Group in Spanish',
    'other-language': 'Group in another language',
    asl: 'ASL interpreter',
    captions: 'Captions',
    'step-free': 'Step-free access',
    quiet: 'A quiet, calm room',
    'child-care': 'Child care',
    rides: 'Help with rides',
  } satisfies Labels<Wish>,
  otherLanguage: { question: 'Which other language?', pick: 'Pick a language' },
}
