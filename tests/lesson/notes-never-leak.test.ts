import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { runs } from '../thorough.ts';

// How notes are written, here and elsewhere; what an author means for the teacher says CANARY.
const NOTES: readonly (readonly string[])[] = [
  ['Note: CANARY'],
  ['Notes:', 'CANARY', '', '- CANARY', '#### CANARY'],
  ['  Notes:  ', 'CANARY'],
  ['\tNOTE:', 'CANARY'],
  ['Speaker notes:', '', 'CANARY'],
  ['**Teacher notes:** CANARY'],
  ['**Teacher guidance:** CANARY'],
  ['Notes for the teacher: CANARY'],
  ['📝 Notes: CANARY'],
  ['Presenter script:', '> CANARY'],
  ['Staff only: CANARY'],
  ['Notes：CANARY'],
  ['Speaker\u00a0notes:\u00a0CANARY'],
  ['N\u200botes: CANARY'],
  ['words\u2028Notes: CANARY'],
  ['???', 'CANARY'],
  ['??? CANARY'],
  ['?\u200b??', 'CANARY'],
  ['.notes: CANARY'],
  ['^ CANARY', 'CANARY', ''],
  ['^CANARY', 'CANARY', ''],
  ['^', '- CANARY', ''],
  ['{{< speaker_note >}}', 'CANARY', '### CANARY', '{{< /speaker_note >}}'],
  ['{{% note %}}CANARY{{% /note %}}'],
  ['{/* CANARY */}'],
  ['{% comment %}', 'CANARY', '{% endcomment %}'],
  ['[//]: # CANARY'],
  ['\\note{CANARY {words} CANARY}'],
  ['\\note{', 'CANARY', '### CANARY', '}'],
  ['Voiceover: CANARY'],
  ['| Speaker notes | CANARY |', '|---|---|', ''],
  ['%% CANARY %%'],
  ['%%', 'CANARY', '%%'],
  ['[//]: # (CANARY)'],
  ['[comment]: <> "CANARY"'],
  ['### Teacher notes', '', 'CANARY'],
  ['# Presenter Notes', '', 'CANARY'],
  ['Notes', '-----', 'CANARY'],
  ['#### Notes:', 'CANARY'],
  ['::notes::', 'CANARY'],
  ['::: notes', 'CANARY', ':::'],
  ['::: {.notes}', 'CANARY', '### CANARY', '---', 'CANARY', ':::'],
  [':::::: instructor', 'CANARY', '::::::'],
  ['::: {.solution}', 'CANARY', ':::'],
  ['<!-- CANARY -->'],
  ['<!--', '### CANARY', '---', 'CANARY', '-->'],
  ['<!-- speaker_note: CANARY -->'],
  ['<!-- note: CANARY -->'],
  ['<!--', 'speaker_note: |', '  CANARY', '-->'],
  ['Notes: CANARY', '[words]: https://example.org "CANARY"', 'CANARY'],
  ['<!-- .slide: data-notes="CANARY" -->'],
  ['<section data-notes="CANARY">', '', '</section>', ''],
  ['<aside class="notes">', '### CANARY', '---', 'CANARY', '</aside>'],
  ['<aside class="notes">CANARY</aside>'],
  ['<ASIDE data-x class = notes>CANARY</ASIDE>'],
  ['<div class="notes"><div>CANARY</div>', 'CANARY', '</div>'],
  ['<Notes>', 'CANARY', '</Notes>'],
  ['<details>', '<summary>words</summary>', 'CANARY', '</details>', ''],
  ['<p hidden>CANARY</p>', ''],
  ['> Note: CANARY'],
  ['> [!NOTE]', '> CANARY'],
  ['- **Note** – CANARY'],
  ['(Teacher note: CANARY)'],
  ['Teacher: CANARY'],
  ['Notes – CANARY'],
  ['%% CANARY'],
  ['@note CANARY'],
  ['```', 'Notes:', 'CANARY', '```'],
  [
    '```js',
    'words',
    '',
    '---',
    '',
    '## Two',
    '',
    'Notes:',
    'CANARY',
    '',
    '---',
    '',
    '```',
    'words',
    '```',
  ],
];

const HEADS: readonly (readonly string[])[] = [
  [],
  ['---', 'title: A', '---'],
  ['---', 'title: A', 'stage: KS3', 'minutes: 20', '---'],
  ['---', 'marp: true', '---'],
  ['---', 'theme: seriph', 'layout: cover', '---'],
  ['---', 'title: A', 'separator: ^---$', 'verticalSeparator: ^--$', '---'],
  ['---', 'title: A', 'format: revealjs', '---'],
  ['% A', '% B', ''],
  ['class: center, middle', ''],
  ['---', 'title: A', 'output: xaringan::moon_reader', '---'],
];

const SHOWN: readonly (readonly string[])[] = [
  ['words', ''],
  ['- one', '- two', ''],
  ['## Slide', '', 'words', ''],
  ['### Slide'],
  ['# Title', ''],
  ['## Talk (5 min)', ''],
  ['', '---', ''],
  ['', '--', ''],
  ['---', 'layout: two-cols', '---'],
  ['```', 'code', '```', ''],
  ['| a | b |', '|---|---|', '| c | d |', ''],
  ['> quote', ''],
  ['Title', '===', ''],
  ['<div>', '', 'words', '', '</div>', ''],
  ['::: chat', 'Sam: No.', ':::', ''],
  ['::: choice how character', 'How?', '- A', '- B', ':::', ''],
  ['::: {.columns}', 'words', ':::', ''],
  ['<!-- _class: lead -->'],
  ['**Bold**', ''],
  ['<!-- end_slide -->'],
  ['---', 'name: one', 'layout: true', ''],
  ['.left-column[', 'words', ']'],
  ['. . .', ''],
  ['See [words].', '', '[words]: https://example.org', ''],
];

const piece = (pieces: readonly (readonly string[])[]) => fc.constantFrom(...pieces);

test('a note in any dialect is never on the board, or a warning is at its place', () => {
  const deck = fc.record({
    head: piece(HEADS),
    before: fc.array(piece(SHOWN), { maxLength: 5 }),
    note: piece(NOTES),
    after: fc.array(piece(SHOWN), { maxLength: 4 }),
    end: fc.constantFrom('\n', '\r\n', '\r'),
  });
  fc.assert(
    fc.property(deck, ({ head, before, note, after, end }) => {
      const above = [...head, ...before.flat(), ''];
      const text = [...above, ...note, ...after.flat()].join(end);
      const { lesson, problems } = readLesson('a-lesson', text);
      const { title, boardTitle, questions, objectives, vocabulary } = lesson;
      const shown = JSON.stringify([
        slidesOf(lesson).map(({ heading, body }) => [heading, body]),
        title,
        boardTitle,
        questions,
        objectives,
        vocabulary,
      ]);
      const isWarned = problems.some(
        ({ line, severity }) =>
          severity !== 'info' && line > above.length && line <= above.length + note.length,
      );
      expect(shown.includes('CANARY') && !isWarned, shown).toBe(false);
    }),
    runs(2000),
  );
});
