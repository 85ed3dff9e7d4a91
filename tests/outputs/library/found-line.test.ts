import { describe, expect, test } from 'vitest';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { foundIn, type Marked } from '../../../src/outputs/library/found-line.ts';
import { lessonCard } from '../../../src/outputs/library/lesson-card.ts';
import { fitsWords } from '../../../src/outputs/library/library-search.ts';
import { topics } from '../../../src/outputs/library/search-topics.ts';
import { NO_MEDIA } from '../../../src/outputs/plan/media-state.ts';
import { shippedLessons } from '../../checks/shipped-lessons.ts';

const cards = shippedLessons().map((read) => lessonCard(read, NO_MEDIA));
const written = (words: Marked) =>
  words.map((part) => (part.isFound ? `[${part.words}]` : part.words)).join('');
function lineIn(slug: string, words: string): string | null {
  const card = cards.find((one) => one.slug === slug);
  const line = card === undefined ? null : foundIn(card, words).line;
  return line === null ? null : `${line.where}: ${written(line.words)}`;
}

describe('a search shows what it found', () => {
  test.for([
    ['parents-evening', 'deepfake', /^Slide \d+: In England and Wales .*\[fake\]/],
    ['power-and-putting-it-right', 'double standard', /^Key word: \[double\] \[standard\]/],
    ['did-the-law-change-the-mill', 'history', /^Curriculum: .*\[history\]/],
    ['which-lands-first', 'gravity', /^Key word: weight: the pull of \[gravity\]/],
  ] as const)('in %s, of “%s”', ([slug, words, wanted]) => {
    expect(lineIn(slug, words)).toMatch(wanted);
  });

  test.each(['sexting', 'nudes', 'sending nudes'])(
    'in the summary of the campaign’s lesson, of “%s”, which teachers type',
    (words) => {
      const card = cards.find(({ slug }) => slug === 'for-the-whole-world-to-see');
      const found = card === undefined ? null : foundIn(card, words);
      expect(written(found?.summary ?? [])).toMatch(/\[nudes\]/);
    },
  );

  test('in the summary where that has it, and then no line', () => {
    const found = cards
      .filter(({ slug }) => slug === 'private-stays-private')
      .map((card) => foundIn(card, 'private'));
    expect(found.map(({ summary }) => written(summary))).toEqual([
      expect.stringMatching(/^\[Private photo\]s, when to/),
    ]);
    expect(found.map(({ line }) => line)).toEqual([null]);
  });

  test('and marks nothing for a year, minutes or a film', () => {
    for (const words of ['year 8', '20 minutes', 'film', '']) {
      for (const card of cards) {
        const { summary, line } = foundIn(card, words);
        expect([written(summary), line]).toEqual([card.summary, null]);
      }
    }
  });

  test('for every lesson that is found by a word of a topic', () => {
    for (const { typed } of Object.values(topics)) {
      const [words] = typed;
      for (const card of cards.filter((one) => fitsWords(one, words ?? ''))) {
        const { summary, line } = foundIn(card, words ?? '');
        const all = [...summary, ...(line?.words ?? [])];
        const inTitle = foundIn({ ...card, summary: card.title }, words ?? '').summary;
        expect([card.slug, words, [...all, ...inTitle].some(({ isFound }) => isFound)]).toEqual([
          card.slug,
          words,
          true,
        ]);
      }
    }
  });

  test('in at most 142 characters, however long the line is', () => {
    const long = `${'sand and '.repeat(60)}gravel${' and mud'.repeat(60)}`;
    const card = lessonCard(
      readLesson(
        'beach',
        `---\ntitle: Beach\nsubject: geography\nsources:\n  - ${long}\n---\n\n# B\n`,
      ),
      NO_MEDIA,
    );
    const { line } = foundIn(card, 'gravel');
    expect(line?.where).toBe('Source');
    expect(written(line?.words ?? [])).toMatch(/^…sand .*\[gravel\].*…$/);
    expect(written(line?.words ?? []).length).toBeLessThanOrEqual(144);
  });

  test('and its lines hold nothing of a lesson that needs an approval but one for each topic', () => {
    for (const card of cards.filter(({ approval }) => approval !== 'none')) {
      const found = card.lines.flatMap((line) => line.topics);
      expect(new Set(found).size).toBe(found.length);
      expect(card.lines.every((line) => line.topics.length > 0)).toBe(true);
    }
  });
});
