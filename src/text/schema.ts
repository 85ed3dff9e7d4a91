import * as v from 'valibot';

/** Reads a value that came from outside into a copy of what it may hold; what a schema does not name is left aside. */
export type Schema<Value> = v.GenericSchema<unknown, Value>;

/** A schema for each field of a type, those that may be missing too: `v.object({ … } satisfies Fields<Stage>)` does not compile while one is forgotten. */
export type Fields<Value> = {
  readonly [Name in keyof Value]-?: Partial<Pick<Value, Name>> extends Pick<Value, Name>
    ? v.ExactOptionalSchema<Schema<Exclude<Value[Name], undefined>>, undefined>
    : Schema<Value[Name]>;
};

/** The value that a schema reads, or null. */
export function readAs<Value>(schema: Schema<Value>, value: unknown): Value | null {
  const read = v.safeParse(schema, value, { abortEarly: true });
  return read.success ? read.output : null;
}

/** The value that a schema reads from the text of some JSON, or null: for text that is no JSON as well. */
export function readJsonAs<Value>(schema: Schema<Value>, json: string): Value | null {
  const value = parseJson(json);
  return value === undefined ? null : readAs(schema, value);
}

/** What the text of some JSON holds, or undefined for text that is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Any number that JSON can hold. */
export const number = v.pipe(v.number(), v.finite());

/** A whole number from 0. */
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Values of one kind by names that are not known beforehand, whatever the names: `v.record` leaves `constructor` out. */
export function record<Value>(schema: Schema<Value>): Schema<Readonly<Record<string, Value>>> {
  return v.pipe(
    v.custom<object>(isRecord),
    v.transform(Object.entries),
    v.array(v.tuple([v.string(), schema])),
    v.transform((entries) => Object.fromEntries(entries)),
  );
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
