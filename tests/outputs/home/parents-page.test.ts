import { asRead, inSchool } from '../../as-read.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { handoutPage } from '../../../src/outputs/handouts/handout-page.ts';
import { parentsPage } from '../../../src/outputs/home/parents-page.ts';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';

const text = readFileSync(new URL('../../../handouts/parents.md', import.meta.url), 'utf8');
const { handout, problems } = readHandout('parents', text);
const on = { today: '2026-11-25', confirmed: {} };
const main = parentsPage(handout, on)['main'] ?? '';
const plain = (made: string) =>
  asRead(made)
    .replaceAll(/<svg[^]*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

test('the handout for parents is read without a problem', () => {
  expect(problems).toEqual([]);
});

test('page and paper say the same words', () => {
  const paper = plain(handoutPage(handout, { of: null, today: on.today })['main'] ?? '');
  const written = inSchool(text).split('\n');
  const lines = written.slice(written.indexOf('---', 1) + 1);
  const words = lines
    .filter((line) => /^[A-Z“\d-]/.test(line) && !/[*[]/.test(line))
    .map((line) => line.replace(/^(?:\d+\.|-) /, '').trim());
  expect(words.length).toBeGreaterThan(30);
  for (const line of words.filter((one) => one !== '---')) {
    expect(plain(main)).toContain(line);
    expect(paper).toContain(line);
  }
});

test('what to do tonight is the first place to jump to, and every jump has its place', () => {
  const jumps = [...main.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(jumps[0]).toBe('if-something-has-happened');
  expect(jumps.length).toBe([...text.matchAll(/^## /gm)].length);
  for (const id of [...jumps, 'how-to-start', 'if-my-child-asked-for-it-or-passed-it-on']) {
    expect(main).toContain(`<section class="parents__part" id="${id}"`);
  }
});

test('M20: shows every national service, and when each was checked', () => {
  expect(main).toContain('href="tel:08001111"');
  for (const name of [
    'NSPCC helpline',
    'CEOP',
    'Report Remove',
    'Police, not urgent',
    'Take It Down',
    'Shout',
  ]) {
    expect(main).toContain(`<b>${name}`);
  }
  expect(asRead(main)).toContain('Not yet checked by your school: NSPCC helpline');
  const confirmed = { nspcc: { on: '2026-11-01', by: 'safeguarding lead' } };
  expect(parentsPage(handout, { ...on, confirmed })['main']).toContain(
    'Checked on 1 November 2026 by the safeguarding lead: NSPCC helpline.',
  );
});

test('a home without the handout still says who helps', () => {
  expect(parentsPage(null, on)['main']).toContain('href="tel:08001111"');
});
