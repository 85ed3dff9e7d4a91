import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { preactParts } from '../../src/cli/preact-parts.ts';

const ID = '/node_modules/preact/dist/preact.mjs?join';
const require = createRequire(import.meta.url);
const preact = readFileSync(
  require.resolve('preact/package.json').replace('package.json', 'dist/preact.mjs'),
  'utf8',
);

function built(code: string, id: string): unknown {
  const { transform } = preactParts('join');
  if (typeof transform !== 'function') throw new Error('it transforms nothing');
  return Reflect.apply(transform, null, [code, id]);
}

test('a page of its own has Preact without error boundaries and MathML, and other pages have it whole', () => {
  const rest = String(built(preact, ID));
  expect(rest).not.toMatch(/componentDidCatch|MathML/);
  // These parts and nothing beside them.
  expect(preact.length - rest.length).toBeLessThan(400);
  expect(rest).toMatch(/__e:function\([\w,]+\)\{throw \w=0,\w\}/);
  expect(built(preact, ID.replace('?join', ''))).toBeNull();
});

test('a Preact that is written otherwise stops the build', () => {
  expect(() => built('export const render = () => {};', ID)).toThrow('Preact has no part like');
});
