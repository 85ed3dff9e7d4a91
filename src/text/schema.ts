/** Reads one value of what JSON gave, a copy of what it may hold; throws a `SchemaMismatch` where it is something else. `at` is where it stands. */
export type Schema<Value> = (value: unknown, at: string) => Value;

/** What was read is not what the schema says. Its message names the place and never quotes the value. */
export class SchemaMismatch extends Error {}

/** A value that may be missing from an object. */
export type Optional<Value> = { readonly optional: Schema<Value> };

/** One line for each field; the compiler asks for every one that the type has. */
export type Fields<Value> = {
  readonly [Name in keyof Value]-?: Partial<Pick<Value, Name>> extends Pick<Value, Name>
    ? Optional<Exclude<Value[Name], undefined>>
    : Schema<Value[Name]>;
};

/** The value that a schema reads, or null. */
export function readAs<Value>(schema: Schema<Value>, value: unknown): Value | null {
  try {
    return schema(value, '');
  } catch (error) {
    if (error instanceof SchemaMismatch) return null;
    throw error;
  }
}

/** The value that a schema reads from the text of some JSON, or null: for text that is no JSON as well. */
export function readJsonAs<Value>(schema: Schema<Value>, json: string): Value | null {
  try {
    return readAs(schema, JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Words of any length. */
export const text: Schema<string> = (value, at) =>
  typeof value === 'string' ? value : refuse(at, 'text');

/** True or false. */
export const flag: Schema<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : refuse(at, 'true or false');

/** Any number that JSON can hold. */
export const number: Schema<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(at, 'a number');

/** A whole number from 0. */
export const whole: Schema<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(at, 'a whole number from 0');

/** One of these values. */
export function oneOf<const Value extends string | number | boolean>(
  ...values: readonly Value[]
): Schema<Value> {
  return (value, at) => values.find((one) => one === value) ?? refuse(at, values.join(' or '));
}

/** Null, or what the schema reads. */
export function nullable<Value>(schema: Schema<Value>): Schema<Value | null> {
  return (value, at) => (value === null ? null : schema(value, at));
}

/** A field that may be left out. */
export function optional<Value>(schema: Schema<Value>): Optional<Value> {
  return { optional: schema };
}

/** A list of what the schema reads. */
export function list<Value>(schema: Schema<Value>): Schema<readonly Value[]> {
  return (value, at) =>
    Array.isArray(value)
      ? value.map((one, index) => schema(one, `${at}[${index}]`))
      : refuse(at, 'a list');
}

/** Values of one kind by names that are not known beforehand. */
export function record<Value>(schema: Schema<Value>): Schema<Readonly<Record<string, Value>>> {
  return (value, at) =>
    Object.fromEntries(
      Object.entries(fieldsOf(value, at)).map(([name, one]) => [
        name,
        schema(one, `${at}.${name}`),
      ]),
    );
}

/** An object with these fields; what it has besides is left aside. */
export function object<Value extends object>(fields: Fields<Value>): Schema<Value> {
  const lines: readonly (readonly [string, Schema<unknown> | Optional<unknown>])[] =
    Object.entries(fields);
  return (value, at) => {
    const given = fieldsOf(value, at);
    const read = lines.flatMap(([name, line]) => {
      const one = Object.hasOwn(given, name) ? given[name] : undefined;
      if (typeof line === 'function') return [[name, line(one, `${at}.${name}`)]];
      return one === undefined ? [] : [[name, line.optional(one, `${at}.${name}`)]];
    });
    return Object.fromEntries(read) as Value;
  };
}

/** One of several objects, told apart by the text in one field. */
export function variant<Value extends object>(
  field: string,
  schemas: Readonly<Record<string, Schema<Value>>>,
): Schema<Value> {
  return (value, at) => {
    const name = fieldsOf(value, at)[field];
    const schema =
      typeof name === 'string' && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return schema ? schema(value, at) : refuse(`${at}.${field}`, Object.keys(schemas).join(' or '));
  };
}

function fieldsOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : refuse(at, 'an object');
}

function refuse(at: string, wanted: string): never {
  throw new SchemaMismatch(
    `Cannot read ${at === '' ? 'this' : `“${at}”`}: it needs to be ${wanted}`,
  );
}
