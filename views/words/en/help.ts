import { crisisLines } from '../../../domain/person/crisis-lines.ts'

const { childAbuse, crisisText, domesticViolence, emergency, lifeline, relay } = crisisLines

export const help = {
  title: 'Help lines',
  heading: 'You can get help right now',
  lead: 'These lines are free and open day and night. You do not have to give your name.',
  lines: {
    lifeline: {
      action: `Call or text ${lifeline.number}`,
      what: `The ${lifeline.number} Lifeline. For any kind of crisis, or when you need to talk. Press 2 for Spanish.`,
    },
    emergency: {
      action: `Call ${emergency.number}`,
      what: 'If you or someone else is hurt or in danger now.',
    },
    domesticViolence: {
      action: `Call ${domesticViolence.number}`,
      or: `Or text ${domesticViolence.text} to ${domesticViolence.textTo}`,
      what: 'If someone is hurting you or scaring you. National Domestic Violence Hotline.',
    },
    crisisText: {
      action: `Text ${crisisText.text.en} to ${crisisText.textTo}`,
      what: 'Crisis Text Line, if you would rather text.',
    },
    childAbuse: {
      action: `Call or text ${childAbuse.number}`,
      what: 'Childhelp, if a child is being hurt.',
    },
    relay: {
      action: `Call ${relay.number}, then ask for ${lifeline.number}`,
      what: 'If you are deaf or hard of hearing.',
    },
  },
  callUs: 'To talk about finding a group, call us on business days:',
  toStart: 'Go to the form',
}
