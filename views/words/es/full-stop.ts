/** A Spanish time ends in a full stop of its own ("9:00 a.m."), and a sentence that ends in it takes no second one. */
export const fullStop = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`)
