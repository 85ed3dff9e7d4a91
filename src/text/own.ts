/** What a record itself holds under a name that comes from a lesson: never what every object has, such as `constructor`. */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  // Not Object.hasOwn, which tablets of before 2022 do not have.
  return Object.getOwnPropertyDescriptor(record, name)?.value as Value | undefined;
}
