/** First three digits that no post office has. A test compares them with the table of all ZIP codes. */
const unusedPrefixes = new Set(
  (
    '000 001 002 003 004 099 213 269 343 345 348 353 419 428 429 517 518 519 529 533 536 552 568 578 579 589 621 ' +
    '632 642 643 659 663 682 694 695 696 697 698 699 702 709 715 732 742 771 817 818 819 839 848 849 854 858 861 ' +
    '862 866 867 868 869 872 886 887 888 892 896 899 909 929 987'
  ).split(' '),
)

/** The five digits of a ZIP code or ZIP+4, as people write them; null for anything else. */
export const normalZip = (text: string) => /^(\d{5})(?:[- ]?\d{4})?$/.exec(text.trim())?.[1] ?? null

/** Tells a slip such as 00000 from a ZIP code that may exist, without the table of all of them. Military mail is known. */
export const isKnownZipPrefix = (zip: string) => {
  const five = normalZip(zip)
  return five !== null && !unusedPrefixes.has(five.slice(0, 3))
}
