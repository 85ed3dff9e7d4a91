import { describe, expect, it } from 'vitest';
import {
  list,
  nullable,
  object,
  oneOf,
  optional,
  readAs,
  readJsonAs,
  record,
  SchemaMismatch,
  text,
  variant,
  whole,
} from '../../src/text/schema.ts';

type Shape = { readonly is: 'dot' } | { readonly is: 'line'; readonly length: number };
type Drawing = {
  readonly name: string;
  readonly note?: string;
  readonly shapes: readonly Shape[];
  readonly by: Readonly<Record<string, number>>;
};

const shape = variant<Shape>('is', {
  dot: object<Extract<Shape, { is: 'dot' }>>({ is: oneOf('dot') }),
  line: object<Extract<Shape, { is: 'line' }>>({ is: oneOf('line'), length: whole }),
});
const drawing = object<Drawing>({
  name: text,
  note: optional(text),
  shapes: list(shape),
  by: record(whole),
});
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
    expect(readAs(object<{ toString: string }>({ toString: text }), {})).toBeNull();
  });

  it('reads text that is no JSON as nothing', () => {
    expect([
      readJsonAs(nullable(whole), '7'),
      readJsonAs(whole, '{'),
      readJsonAs(whole, ''),
    ]).toEqual([7, null, null]);
  });

  it('names the place of what is wrong, and never what stands there', () => {
    const read = () =>
      drawing(
        { ...right, shapes: [{ is: 'dot' }, { is: 'line', length: 'heron-lantern' }] },
        'drawing',
      );
    expect(read).toThrow(SchemaMismatch);
    expect(read).toThrow(/“drawing\.shapes\[1\]\.length”.*whole number/);
    expect(read).not.toThrow(/heron-lantern/);
  });
});
