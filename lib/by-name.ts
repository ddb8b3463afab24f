/** Makes one thing for each name, and keeps the names in the type, which `Object.entries` forgets. */
export const mapByName = <Name extends string, Value, Made>(
  from: Readonly<Record<Name, Value>>,
  make: (name: Name, value: Value) => Made,
): Record<Name, Made> =>
  Object.fromEntries(
    Object.entries<Value>(from).map(([name, value]) => [name, make(name as Name, value)]),
  ) as Record<Name, Made>

/** `ses-events` is `SesEvents` where CloudFormation allows letters and digits only. */
export const pascalCase = (name: string) =>
  name
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('')
