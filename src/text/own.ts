/** True for a name that a record itself holds: never for what every object has, such as `constructor`. */
export function isNameIn<Name extends string>(
  record: Readonly<Record<Name, unknown>>,
  name: string,
): name is Name {
  // Not Object.hasOwn, which tablets of before 2022 do not have.
  return Object.prototype.hasOwnProperty.call(record, name);
}

/** What a record itself holds under a name that comes from a lesson: never what every object has. */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return isNameIn(record, name) ? record[name] : undefined;
}

/** The names of a table, in its order. */
export function namesOf<Name extends string>(
  table: Readonly<Record<Name, unknown>>,
): readonly Name[] {
  return Object.keys(table).filter((name) => isNameIn(table, name));
}

/** A table with what `make` makes of each of some names. */
export function tableOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  const table = Object.fromEntries(names.map((name) => [name, make(name)]));
  if (!hasNames(table, names)) throw new TypeError('Cannot make a table: a name is missing in it');
  return table;
}

function hasNames<Name extends string, Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly Name[],
): record is Readonly<Record<Name, Value>> {
  return names.every((name) => isNameIn(record, name));
}

/** An empty record in which no name is found but those that are put there, not even `constructor`. */
export function bareRecord<Value>(): Record<string, Value> {
  const record: Record<string, Value> = Object.create(null);
  return record;
}
