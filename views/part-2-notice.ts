/**
 * What goes with every disclosure of a record under 42 CFR part 2, in its short form and in the words of the law:
 * 42 CFR 2.32(a)(2). It is English in any language of ours.
 */
export const part2NoticeText = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'
