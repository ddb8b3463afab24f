import { invalid } from './refusals.ts'

/** What needs no thought: JavaScript holds these exactly and writes them as DynamoDB does. */
const plain = /^(?:0|-?[1-9]\d{0,13})$/

/** A decimal number as coefficient × 10^exponent. */
type Decimal = { coefficient: bigint; exponent: number }

const decimalOf = (text: string): Decimal => {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  if (sign === undefined) throw invalid(`The parameter cannot be converted to a numeric value: ${text}`)
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  const exponent = Number(power) - fraction.length + digits.length - significant.length
  return { coefficient: BigInt(`${sign === '-' ? '-' : ''}${significant || '0'}`), exponent }
}

const textOf = ({ coefficient, exponent }: Decimal) => {
  if (coefficient === 0n) return '0'
  const digits = String(coefficient).replace('-', '')
  if (digits.length > 38) throw invalid('Attempting to store more than 38 significant digits in a Number')
  const magnitude = exponent + digits.length - 1
  if (magnitude > 125)
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range')
  if (magnitude < -130)
    throw invalid(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    )
  const padded = digits.padStart(1 - exponent, '0') + '0'.repeat(Math.max(0, exponent))
  const point = exponent < 0 ? padded.length + exponent : padded.length
  const fraction = padded.slice(point)
  return `${coefficient < 0n ? '-' : ''}${padded.slice(0, point)}${fraction && `.${fraction}`}`
}

/** The one way in which DynamoDB writes a number, so that equal numbers are equal texts. */
export const canonical = (text: string) => (plain.test(text) ? text : textOf(decimalOf(text)))

const difference = (text: string, other: string): Decimal => {
  const [one, two] = [decimalOf(text), decimalOf(other)]
  const exponent = Math.min(one.exponent, two.exponent)
  const scaled = (decimal: Decimal) => decimal.coefficient * 10n ** BigInt(decimal.exponent - exponent)
  return { coefficient: scaled(one) - scaled(two), exponent }
}

const trimmed = ({ coefficient, exponent }: Decimal) => decimalOf(`${coefficient}e${exponent}`)

export const subtract = (text: string, other: string) =>
  plain.test(text) && plain.test(other)
    ? String(Number(text) - Number(other))
    : textOf(trimmed(difference(text, other)))

export const add = (text: string, other: string) =>
  subtract(text, other.startsWith('-') ? other.slice(1) : other === '0' ? '0' : `-${other}`)

/** Below, at or above zero, as `toSorted` wants it. */
export const compareNumbers = (text: string, other: string) =>
  plain.test(text) && plain.test(other)
    ? Number(text) - Number(other)
    : Number(difference(text, other).coefficient)
