import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  parseJson,
  readAs,
  readJsonAs,
  record,
  whole,
  type Fields,
} from '../../src/text/schema.ts';

type Shape = { readonly is: 'dot' } | { readonly is: 'line'; readonly length: number };
type Drawing = {
  readonly name: string;
  readonly note?: string;
  readonly shapes: readonly Shape[];
  readonly by: Readonly<Record<string, number>>;
};

const shape = v.variant('is', [
  v.object({ is: v.literal('dot') }),
  v.object({ is: v.literal('line'), length: whole }),
]);
const drawing = v.object({
  name: v.string(),
  note: v.exactOptional(v.string()),
  shapes: v.array(shape),
  by: record(whole),
} satisfies Fields<Drawing>);
const right = {
  name: 'house',
  shapes: [{ is: 'dot' }, { is: 'line', length: 4 }],
  by: { heron: 2 },
};

describe('a schema', () => {
  it('reads what has all its fields, and leaves what it does not name aside', () => {
    expect(readAs(drawing, { ...right, more: 1 })).toEqual(right);
    expect(readAs(drawing, { ...right, note: 'for later' })).toEqual({
      ...right,
      note: 'for later',
    });
  });

  it.each([
    null,
    [],
    'house',
    { ...right, name: 7 },
    { ...right, note: null },
    { ...right, shapes: {} },
    { ...right, shapes: [{ is: 'line' }] },
    { ...right, shapes: [{ is: 'line', length: -1 }] },
    { ...right, shapes: [{ is: 'line', length: 1.5 }] },
    { ...right, shapes: [{ is: 'toString' }] },
    { ...right, by: { heron: '2' } },
    { ...right, by: [] },
    { shapes: [], by: {} },
  ])('reads nothing of %j', (value) => {
    expect(readAs(drawing, value)).toBeNull();
  });

  it('takes no field from a prototype', () => {
    expect(readAs(v.object({ toString: v.string() }), {})).toBeNull();
  });

  it('reads text that is no JSON as nothing', () => {
    expect([
      readJsonAs(v.nullable(whole), '7'),
      readJsonAs(whole, '{'),
      readJsonAs(whole, ''),
      parseJson('{'),
      parseJson('null'),
    ]).toEqual([7, null, null, undefined, null]);
  });

  it('does not compile while a field of the type is forgotten, even one that may be missing', () => {
    const { name, note, shapes, by } = drawing.entries;
    // @ts-expect-error: `note` has no schema
    const forgotten: Fields<Drawing> = { name, shapes, by };
    // @ts-expect-error: `note` may be missing
    const wanted: Fields<Drawing> = { name, note: v.string(), shapes, by };
    const whole: Fields<Drawing> = { name, note, shapes, by };
    expect([forgotten, wanted, whole].map((fields) => Object.keys(fields).length)).toEqual([
      3, 4, 4,
    ]);
  });
});

describe('a record', () => {
  it('keeps every name, those of an object’s own machinery too', () => {
    const json = '{"constructor":1,"__proto__":2,"prototype":3,"a":4}';
    const read = readJsonAs(record(whole), json);
    expect(JSON.stringify(read)).toBe(json);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
