import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHandout } from '../../../src/outputs/handouts/read-handout.ts';
import { privacyReaderPage, privacyReaders } from '../../../src/outputs/home/privacy-readers.ts';
import { privacyPage, privacySheets } from '../../../src/outputs/home/privacy.ts';
import { programFacts } from '../../../src/server/http/program-facts.ts';
import { readingAgeOf } from '../../../src/text/reading-age.ts';
import { forPupilDevices } from '../../../src/ui/home-foot.ts';
import { asRead } from '../../as-read.ts';

const text = (slug: string) =>
  readFileSync(new URL(`../../../handouts/${slug}.md`, import.meta.url), 'utf8');
const sheets = privacySheets.map((slug) => readHandout(slug, text(slug)).handout);
const long = privacyPage(sheets, programFacts())['main'] ?? '';
const leads = (page: string) =>
  [...page.matchAll(/href="\.\/([^"]+)\/"/g)].map(([, folder]) => folder);

describe('privacy in a minute', () => {
  test.each(privacyReaders)(
    'for $who is one page of at most 270 words, and leads to parts of the long one that are there',
    (reader) => {
      const page = privacyReaderPage(reader)['main'] ?? '';
      const words = asRead(page)
        .replaceAll(/<[^>]+>/g, ' ')
        .split(/\s+/);
      expect(words.length).toBeLessThanOrEqual(270);
      for (const [, id] of page.matchAll(/href="\.\.\/#([^"]+)"/g)) {
        expect(long).toContain(`id="${id}"`);
      }
    },
  );

  test('says where to complain, to all but IT', () => {
    const saying = privacyReaders.filter((reader) =>
      JSON.stringify(reader.parts).includes('(ICO)'),
    );
    expect(saying.map(({ id }) => id)).toEqual(['young-people', 'parents', 'data-protection']);
  });

  test('promises no more than there is', () => {
    expect(JSON.stringify(privacyReaders)).not.toMatch(
      /nobody can (know|tell|find|look)|nothing leaves|completely|guarantee|impossible|100%|truly anonymous/i,
    );
  });

  test('says to young people and parents that school computers and hosts may see what is opened', () => {
    for (const reader of privacyReaders.slice(0, 2)) {
      const words = JSON.stringify(reader.parts);
      expect(words).toContain('{School computers} may still be checked to keep people safe.');
      expect(words).toContain('may keep a log of which pages were opened');
    }
  });

  test('for young people is read by an eleven-year-old', () => {
    const [young] = privacyReaders;
    const sentences = (young?.parts ?? []).flatMap(({ says }) =>
      says.flatMap((one) => asRead(one).split(/(?<=[.!?]”?) /)),
    );
    expect(readingAgeOf(sentences)).toBeLessThanOrEqual(11.5);
  });

  test('is one press away on the long page: young people’s alone on their devices, and no page without the sheet behind it', () => {
    expect(leads(long)).toEqual(privacyReaders.map(({ id }) => id));
    expect(leads(forPupilDevices(long))).toEqual(['young-people']);
    const open = privacyPage(
      sheets.filter(({ audience }) => audience === 'parents' || audience === 'pupils'),
      programFacts(),
    );
    expect(leads(open['main'] ?? '')).toEqual(['young-people', 'parents']);
  });
});
