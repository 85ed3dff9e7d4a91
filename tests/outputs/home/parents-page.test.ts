import { asRead, inSchool } from '../../as-read.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handoutPage } from '../../../src/outputs/handouts/handout-page.ts';
import { nations, type Nation } from '../../../src/help/nations.ts';
import { happened } from '../../../src/outputs/home/tonight.ts';
import { parentsPage } from '../../../src/outputs/home/parents-page.ts';
import { readingAgeOf } from '../../../src/text/reading-age.ts';
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

test('what to do tonight and who helps come first, and every jump has its place', () => {
  const places = [...main.matchAll(/<section class="parents__part[^"]*" id="([^"]+)"/g)];
  const ids = places.map(([, id]) => id);
  expect(ids.slice(0, 2)).toEqual(['if-something-has-happened', 'who-can-help-you']);
  expect(ids).toHaveLength([...text.matchAll(/^## /gm)].length);
  const jumps = [...main.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(jumps.length).toBeGreaterThan(ids.length - 3);
  expect(jumps.filter((id) => !ids.includes(id))).toEqual([]);
  // Other pages lead there.
  expect(ids).toEqual(
    expect.arrayContaining(['how-to-start', 'if-my-child-asked-for-it-or-passed-it-on']),
  );
});

describe('what may have happened', () => {
  test('is a choice with its own steps; what helps in any case is shown while none is made', () => {
    const cases = [...main.matchAll(/data-case="([^"]+)"/g)].map(([, id]) => id);
    expect([...main.matchAll(/name="happened" value="([^"]+)"/g)].map(([, id]) => id)).toEqual(
      cases,
    );
    expect(cases).toEqual(['any', ...happened.map(({ id }) => id)]);
    expect(main).toMatch(/value="any"[^>]* checked/);
    const style = readFileSync(
      new URL('../../../src/pages/parents/tonight.css', import.meta.url),
      'utf8',
    );
    for (const id of cases) {
      expect(style).toContain(`:has([value='${id}']:checked) [data-case='${id}']`);
    }
  });

  test('is met with thanks first, or with calm where their child was the one, and asks for no picture', () => {
    for (const { id, steps } of happened) {
      expect(steps[0]?.head).toMatch(id === 'asked' ? /^Stay calm/ : /^Say thank you/);
      const words = steps.map(({ head, words: how }) => `${head} ${how}`).join(' ');
      expect(words).not.toMatch(/show (?:me|us|it to)|screenshot|delete it\b/i);
    }
  });

  test('keeps the messages before anyone is blocked, and has a step for a child who may hurt themselves', () => {
    const cases = happened.map(({ id, steps }) => ({
      id,
      words: steps.map(({ head, words }) => `${head} ${words}`).join(' '),
    }));
    // Not what a service blocks.
    const blocking = cases.filter(({ words }) => /\bblock(?! uploads| a picture)\b/.test(words));
    expect(blocking.map(({ id }) => id)).toEqual(['pressured', 'threatened', 'received']);
    for (const { words } of blocking) {
      expect(words).toMatch(/^(?:(?!\bblock\b).)*Keep the messages/);
    }
    const withoutStay = cases.filter(({ words }) => !words.includes('call 999 or go to A&E'));
    expect(withoutStay.map(({ id }) => id)).toEqual(['pressured', 'received']);
  });

  test('names 999 where the school found 101 to be wrong', () => {
    const without = parentsPage(handout, { ...on, hidden: ['101'] })['main'] ?? '';
    const threatened = /data-case="threatened">[^]*?<\/ol>/.exec(without)?.[0] ?? '';
    expect(plain(threatened)).toContain('Call 999 if anyone is in danger now.');
    expect(threatened).not.toContain('101');
  });

  test('is read by an eleven-year-old', () => {
    for (const { steps } of happened) {
      const sentences = steps.flatMap(({ head, words }) => [head, ...words.split(/(?<=[.!?]”?) /)]);
      expect(readingAgeOf(sentences)).toBeLessThanOrEqual(11);
    }
  });

  test('leads to no service that the school found to be wrong', () => {
    const without =
      parentsPage(handout, { ...on, hidden: ['ceop', 'report-remove'] })['main'] ?? '';
    const tonight = without.slice(
      without.indexOf('tonight__choose'),
      without.indexOf('who-can-help'),
    );
    const steps = tonight.slice(tonight.indexOf('data-case="pressured"'));
    expect(plain(main)).toContain('Report it to CEOP.');
    expect(steps).not.toMatch(/CEOP|Report Remove/);
  });
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

test('says the law, what is taught and what a child may be left out of as in the school’s nation, and England’s where it has named none', () => {
  const of = (nation?: Nation) => plain(parentsPage(handout, { ...on, nation })['main'] ?? '');
  expect(of()).toContain('In England you may ask for your child to be left out of sex education.');
  expect(of()).toContain('Elsewhere in the UK, ask the school.');
  expect(of()).toContain('Criminal Justice Act 1988');
  for (const nation of nations) {
    expect(of(nation)).toContain(`Schools in ${nation} teach this`);
    expect(of(nation)).toContain(`In ${nation} `);
    expect(of(nation)).toMatch(/Read on \d+ \w+ 2026\./);
    expect(of(nation)).not.toContain('Elsewhere in the UK');
  }
  expect(of('Scotland')).toContain('The law in Scotland covers everyone under 18.');
  expect(of('Scotland')).not.toContain('Criminal Justice Act 1988');
});

test('a home without the handout still says who helps', () => {
  expect(parentsPage(null, on)['main']).toContain('href="tel:08001111"');
});
