import { toHtml } from '../../src/document/to-html.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Moment } from '../../src/poll/rounds.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { sanitise } from '../../src/document/sanitise.ts';
import { anyLesson } from './arbitrary-lesson.ts';
import { runs } from '../thorough.ts';

const anyText = fc.oneof(
  { weight: 4, arbitrary: anyLesson },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

test('any text is read without a throw, the same each time, and every mistake lies in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readLesson('any', text);
      expect(readLesson('any', text)).toEqual(read);
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
      for (const { line, column, message } of read.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(message).not.toBe('');
      }
    }),
    runs(1500),
  );
});

test('every slide has an id of its own, every poll its question, every part of the film its ends', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { lesson } = readLesson('any', text);
      const slides = slidesOf(lesson);
      expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
      expect(slides.every(({ id }) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
      const polls = slides.flatMap((slide) => (slide.kind === 'poll' ? [slide] : []));
      const named = (moments: readonly Moment[]) =>
        polls.filter(({ moment }) => moments.includes(moment)).map(({ question }) => question);
      expect(named(['once', 'before'])).toEqual(lesson.questions.map(({ id }) => id));
      expect(named(['before']).toSorted()).toEqual(named(['after']).toSorted());
      expect(named(['before'])).toEqual(
        lesson.questions.filter(({ paired }) => paired).map(({ id }) => id),
      );
      const stops = slides.flatMap((slide) => (slide.kind === 'stop' ? [slide] : []));
      expect(stops.map(({ n, of }) => [n, of])).toEqual(
        stops.map((_, at) => [at + 1, stops.length]),
      );
      const names = stops.map(({ stop }) => stop);
      expect(new Set(names).size).toBe(names.length);
      // A story told without a film has stops, and no part that ends at them.
      const ends = slides.flatMap((slide) =>
        slide.kind === 'film' && slide.to !== null ? [slide.to] : [],
      );
      expect(ends).toEqual(slides.some(({ kind }) => kind === 'film') ? names : []);
      for (const question of lesson.questions) {
        expect(question.options.length).toBeGreaterThanOrEqual(2);
        expect(question.options.length).toBeLessThanOrEqual(5);
        expect(question.prompt).not.toBe('');
      }
    }),
    runs(1500),
  );
});

test('what is sanitised stays as it is when sanitised again', () => {
  const keep = (src: string, alt: string) => (src.startsWith('../../media/') ? { src, alt } : null);
  const anyHtml = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<div id="a">',
          '</div>',
          '<svg>',
          '<style>',
          '</style>',
          '<img src="../../media/a.svg" alt="&quot;">',
          '<img src=x onerror=y>',
          '<a href="java&#10;script:x">',
          '<a href="https://example.org/?a=1&amp;b">',
          '</a>',
          '&lt;script&gt;',
          '&amp;lt;',
          '<!--',
          '-->',
          '<textarea>',
          '<table><tr><td style="a">',
          '<math>',
          '<li>',
          '<ol class="chat">',
          '<li class="chat__turn mine">',
          '<h1>',
          '</h1>',
          '<![CDATA[',
        ),
        fc.string(),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyHtml, (html) => {
      const once = sanitise(html, keep);
      expect(sanitise(once, keep)).toBe(once);
      expect(once).not.toMatch(
        /<(?:script|style|svg|math|iframe|textarea|h[123])\b|<[^>]*\s(?:on\w+|style|id|name)=|class="(?!chat|")[^"]*"|class="[^"]*mine/i,
      );
    }),
    runs(2000),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      for (const slide of slidesOf(readLesson('any', text).lesson)) {
        for (const part of [slide.body, slide.notes]) {
          const html = withoutFormulas(toHtml(part));
          expect(sanitise(html, keep)).toBe(html);
        }
      }
    }),
    { ...runs(500), examples: [['```js\nTitle'], ['$!$']] },
  );
});

// Formulas are set as MathML behind the allow-list, which lets none of an author's own through.
function withoutFormulas(html: string): string {
  return html.replaceAll(/<math[ >].*?<\/math>/gs, '');
}

const PARAGRAPHS = [
  'canary',
  '- canary',
  '> canary',
  '#### canary',
  '`canary`',
  '  canary',
  '1. canary',
  '**canary**',
  '| canary |',
  '<b>canary</b>',
  '<div>',
  '',
  '::: other',
];

// No code block is left open above: what stands in one is shown, with a warning.
const anyBefore = anyLesson.map((text) => text.replaceAll(/```|~~~|<!--/g, ''));

/** All that a class may be shown of a lesson. */
function shownOf(text: string): string {
  const { lesson } = readLesson('any', text);
  const slides = slidesOf(lesson).map(({ heading, body }) => heading + toHtml(body));
  return JSON.stringify([
    slides,
    lesson.questions,
    lesson.boardTitle,
    lesson.objectives,
    lesson.vocabulary,
  ]);
}

test('a section for the teacher alone is never on the board, whatever is around and in it', () => {
  const heads = fc.constantFrom(
    '# Alternative task',
    '# Hard questions (5 min)',
    '# Differentiation',
    '# Mixed or single-sex',
    '# SEND',
    '# To be reviewed',
  );
  const paragraphs = fc.array(
    fc.constantFrom(
      ...PARAGRAPHS,
      '## canary',
      '### canary',
      '::: choice canary character',
      '::: help',
      ':::',
      '---',
      'Notes:',
      '### Notes',
    ),
    {
      maxLength: 8,
    },
  );
  const after = fc.constantFrom(
    '',
    '# Next',
    '# Next\n\nWords',
    '# Block (5 min)',
    '# Hard questions\n\n### canary',
  );
  fc.assert(
    fc.property(anyBefore, heads, paragraphs, after, (text, head, words, next) => {
      expect(shownOf([text, '', head, ...words, next].join('\n'))).not.toContain('canary');
    }),
    runs(2000),
  );
});

test('a section that may be the class’s is asked about at any place, until a comment above it says whose it is', () => {
  const heads = fc.constantFrom(
    '# Adaptations',
    '## Adaptations of the fox (5 min)',
    '### Differentiation',
    '## Differentiation from first principles',
    '### Tricky questions',
    '## Difficult questions (10 min)',
  );
  const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS, '::: choice canary character'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(anyBefore, heads, paragraphs, (text, head, words) => {
      const read = (mark: string) => {
        const { lesson, problems } = readLesson('any', [text, '', mark, head, ...words].join('\n'));
        const { adaptations, hardQuestions } = lesson.staff;
        return {
          isInPlan: JSON.stringify([adaptations, hardQuestions]).includes('canary'),
          isAsked: problems.some(({ code }) => code === 'section-or-slide'),
        };
      };
      const asked = read('');
      expect(asked.isAsked || !asked.isInPlan).toBe(true);
      expect(read('<!-- for the class -->')).toEqual({ isInPlan: false, isAsked: false });
      expect(read('<!-- for the teacher -->')).toEqual({
        isInPlan: asked.isInPlan,
        isAsked: false,
      });
    }),
    runs(300),
  );
});

test('a note is never on the board, at any place and with anything around it', () => {
  const marks = fc.constantFrom(
    'Notes:',
    'Note:',
    '  NOTES:',
    '\tnote:',
    '**Notes:**',
    '**Teacher notes**:',
    "Teacher's notes:",
    'Notes: canary',
    '???',
    'Speaker notes:',
    '*Notes for the teacher:*',
    '### Notes',
    '::: {.notes}',
    '::notes::',
    '<aside class="notes">',
    '<!-- canary',
    'End calmly:',
    '**End calmly:** canary',
    '### End calmly',
    'Land safely:',
    '**Land safely:** canary',
    '### Land safely',
  );
  const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS, '==='), { maxLength: 6 });
  const after = fc.constantFrom(
    '',
    '---',
    '### Next',
    '# Next',
    '::: help',
    '::: choice one character',
    '## Block (5 min)',
    '<!-- a',
    'canary',
  );
  fc.assert(
    fc.property(anyBefore, marks, paragraphs, after, (text, mark, words, next) => {
      expect(shownOf([text, mark, ...words, next].join('\n'))).not.toContain('canary');
    }),
    {
      ...runs(2000),
      examples: [['---  \nfilms: [a]', '<aside class="notes">', ['::: other', 'canary'], '']],
    },
  );
});
