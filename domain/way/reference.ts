/** Crockford's base 32: no I, L, O or U, so that nothing is misread aloud (https://www.crockford.com/base32.html). */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkSymbols = `${symbols}*~$=U`

/** Crockford's check: the number modulo 37. It finds every single wrong symbol and every swap of two neighbours. */
const checkSymbol = (eight: string) => {
  let remainder = 0
  for (const symbol of eight) remainder = (remainder * 32 + symbols.indexOf(symbol)) % 37
  return checkSymbols[remainder]
}

/**
 * A reference a person can read over the phone: eight symbols from 40 bits and one check symbol, as `7KQ-4M2-XR5`.
 * Of the 37 possible check symbols five are no letters or digits; bits that need one of those are moved on by one, so
 * that every reference can be spoken and typed on any keyboard.
 */
export const referenceFrom = (bits: bigint): string => {
  let number = bits & 0xff_ffff_ffffn
  while (number % 37n >= 32n) number = (number + 1n) & 0xff_ffff_ffffn
  let eight = ''
  for (let shift = 35n; shift >= 0n; shift -= 5n) eight += symbols[Number((number >> shift) & 31n)]
  return grouped(`${eight}${checkSymbol(eight)}`)
}

const grouped = (nine: string) => `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)}`

/** Reads a reference as people type it: any case, with or without dashes, O for 0, I and L for 1. Null when it cannot be one. */
export const readReference = (typed: string): string | null => {
  const nine = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(nine)) return null
  return checkSymbol(nine.slice(0, 8)) === nine[8] ? grouped(nine) : null
}
