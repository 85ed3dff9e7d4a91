import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkHandout } from '../../src/checks/check-handout.ts';
import { isSource, nationFacts, nationWords } from '../../src/help/nation-facts.ts';
import { nations, type Nation } from '../../src/help/nations.ts';
import { readHandout } from '../../src/outputs/handouts/read-handout.ts';
import { readingAgeOf } from '../../src/text/reading-age.ts';
import { inSchool } from '../as-read.ts';
import { readTree } from '../house/read-tree.ts';

const places: readonly (Nation | '')[] = ['', ...nations];
const facts = nationFacts.filter((name) => !isSource(name));
const sentences = (words: string) => words.split(/(?<=[.!?]) /);
const NAMES = /England|Wales|Scotland|Northern Ireland/g;

describe('what differs from nation to nation', () => {
  it('is whole sentences of at most 25 words, read by a twelve-year-old', () => {
    for (const place of places) {
      const all = facts.flatMap((name) => sentences(inSchool(nationWords(name, place))));
      for (const one of all) {
        expect(one).toMatch(/^[A-Z].*\.$/);
        expect(one.split(' ').length, one).toBeLessThanOrEqual(25);
      }
      expect(readingAgeOf(all)).toBeLessThanOrEqual(12);
    }
  });

  it('names no nation but the one it is for, and England where a school has named none', () => {
    for (const name of ['taught as', 'leaving out', 'picture law'] as const) {
      for (const nation of nations) {
        const named = nationWords(name, nation).match(NAMES) ?? [];
        const may = name === 'picture law' && nation !== 'Scotland' ? ['England', 'Wales'] : [];
        expect(named.length, `${name}: ${nation}`).toBeGreaterThan(0);
        expect(named.filter((one) => one !== nation && !may.includes(one))).toEqual([]);
      }
      expect(nationWords(name)).toContain('England');
    }
    expect(nationWords('leaving out')).toMatch(/Elsewhere in the UK, ask \{the school\}\.$/);
  });

  it('says where it was read, and the day (M23)', () => {
    for (const name of nationFacts.filter(isSource)) {
      for (const place of places) {
        expect(nationWords(name, place)).toMatch(/[\w)]\. Read on \d+ \w+ 20\d\d\.$/);
      }
    }
    expect(nationWords('picture law source', 'England')).toContain('Criminal Justice Act 1988');
    expect(nationWords('picture law source', 'Scotland')).toContain('Scotland) Act 1982');
    expect(nationWords('picture law source', 'Northern Ireland')).toContain('Order 1978');
    expect(nationWords('picture law source')).toContain('Order 1978');
  });

  it('speaks of everyone under 18 and of keeping a picture, and promises nothing of the police', () => {
    for (const place of places) {
      const law = nationWords('picture law', place);
      expect(law).toContain('covers everyone under 18');
      expect(law).toContain('keep or pass on');
      expect(law).toContain('there to protect children');
      expect(law).not.toMatch(/\bwill not\b|\bnever\b|\bprison|\bcriminal|\bregister/i);
    }
  });

  it('passes the checks of what parents read, in each nation', () => {
    for (const place of places) {
      const words = facts.map((name) => `${nationWords(name, place)}[^law]`).join('\n\n');
      const source = nationWords('picture law source', place);
      const text = `---\ntitle: A letter\nabout: For parents\naudience: parents\nfor: the school\ncopies: one\npile: before\nversion: 1\nreviewed: 2026-12-01\n---\n\n${words}\n\n[^law]: ${source}\n`;
      expect(checkHandout(readHandout('a-letter', text), text)).toEqual([]);
    }
  });

  it('is written by hand in no handout, and in a lesson as it is in the table', () => {
    const sheets = readTree('handouts').filter(({ path }) => path !== 'README.md');
    const byHand = /be left out of|schools? .{0,40}must teach|covers everyone under 18/;
    expect(sheets.filter(({ text }) => byHand.test(text)).map(({ path }) => path)).toEqual([]);
    const [may = '', right = ''] = sentences(nationWords('leaving out', 'England'));
    const evening = readFileSync(
      new URL('../../lessons/parents-evening.md', import.meta.url),
      'utf8',
    );
    expect(evening.split(`${may} ${right}`)).toHaveLength(3);
  });
});
