import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf } from '../../src/lesson/lesson.ts';
import { openFile, openPasted } from '../../src/open/open-file.ts';
import { docx, item, lines, paragraph, pptx, run, shape, table } from './make-office.ts';
import { boardOf, lessonOf, lettersOf, opened } from './lesson-seen.ts';

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const marks = fc.constantFrom(
  '',
  ':',
  '?',
  ' (5 min)',
  ' *',
  ' _x_',
  ' |',
  ' $',
  ' <b>',
  ' #',
  ' -',
  ' ::: notes',
  '“',
  '{a}',
  '\\',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), marks)
  .map(([words, mark]) => words.join(' ') + mark);

const block = fc.oneof(
  fc.tuple(sentence, fc.constantFrom('', '', 'H1', 'H2', 'Titel')).map(([words, style]) => ({
    words: [words],
    xml: paragraph(run(words), style),
  })),
  sentence.map((words) => ({ words: [words], xml: item(run(words)) })),
  fc
    .constantFrom(
      'Task',
      'Resources',
      'Objectives',
      'Starter',
      'Plenary',
      'Notes',
      'Hard questions',
    )
    .map((words) => ({ words: [words], xml: paragraph(run(words), 'H2') })),
  fc.tuple(sentence, sentence, sentence, sentence).map(([a, b, c, d]) => ({
    words: [a, b, c, d],
    xml: table([
      [paragraph(run(a)), paragraph(run(b))],
      [paragraph(run(c)) + item(run('more')), paragraph(run(d))],
    ]),
  })),
);

describe('whatever is opened', () => {
  test('bytes of any kind are opened or refused, and never throw', () => {
    const whole = [
      docx(paragraph('Soil', 'H1')),
      pptx([{ shapes: shape('title', lines(['Soil'])) }]),
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc
            .tuple(
              fc.constantFrom(...whole),
              fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 6 }),
            )
            .map(([bytes, changes]) => {
              const changed = bytes.slice();
              for (const [at, value] of changes) changed[at % changed.length] = value;
              return changed;
            }),
        ),
        (bytes) => {
          expect(['opened', 'not-opened']).toContain(openFile({ name: 'x.docx', bytes }).kind);
        },
      ),
    );
  });

  test('HTML and text of any kind are opened or refused, and never throw', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<li>',
      '<table>',
      '<tr><td>',
      '<b',
      '>',
      '<!--',
      '-->',
      '&#x0;',
      '"',
      'words',
      '<pre>',
      '<a href=x>',
      '\n',
      '---',
      '```md',
      '# a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        expect(['opened', 'not-opened']).toContain(openPasted({ html: text, text: '' }).kind);
        expect(['opened', 'not-opened']).toContain(openPasted({ html: '', text }).kind);
      }),
    );
  });

  test('no word of a document’s body is lost', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const lesson = lessonOf(opened('x.docx', docx(blocks.map(({ xml }) => xml).join(''))));
        const found = new Set(
          lettersOf(
            JSON.stringify([
              slidesOf(lesson).map(({ heading, body, notes }) => [
                heading,
                toWords(body),
                toWords(notes),
              ]),
              lesson.blocks.map(({ title, minutes, landSafely }) => [
                title,
                minutes,
                'min',
                toWords(landSafely),
              ]),
              [
                lesson.title,
                lesson.boardTitle,
                lesson.objectives,
                lesson.resources,
                lesson.references,
              ],
              [lesson.vocabulary, lesson.sources, lesson.minutes, lesson.stage],
              lesson.staff,
            ]),
          ).split(' '),
        );
        const wanted = blocks
          .flatMap(({ words }) => words)
          .flatMap((words) => lettersOf(words).match(/\b[a-z]{3,9}\b/g) ?? []);
        const names = /^(?:task|resources|objectives|starter|plenary|notes|hard|questions|min)$/;
        expect(wanted.filter((one) => !found.has(one) && !names.test(one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the speaker notes of a slide are never on the board, and no word of it is lost', () => {
    const slide = fc.record({
      title: sentence,
      body: fc.array(sentence, { maxLength: 4 }),
      notes: fc.array(fc.tuple(word, marks), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(slide, { minLength: 1, maxLength: 4 }), (slides) => {
        const made = opened(
          'x.pptx',
          pptx(
            slides.map(({ title, body, notes }) => ({
              shapes: shape('title', lines([title])) + shape('body', lines(body)),
              notes: lines(notes.map(([words, mark]) => `${mark.trim()} 9zz${words}`)),
            })),
          ),
        );
        const lesson = lessonOf(made);
        expect(lettersOf(boardOf(lesson).join(' '))).not.toMatch(/9zz/);
        const all = lettersOf(
          slidesOf(lesson)
            .map(({ heading, body, notes }) => [heading, toWords(body), toWords(notes)])
            .join(' ') + lesson.blocks.map(({ title }) => ` ${title}`).join(''),
        ).split(' ');
        const wanted = slides.flatMap(({ title, body, notes }) => [
          ...[title, ...body].flatMap((words) => words.match(/[a-z]{3,9}/g) ?? []),
          ...notes.map(([words]) => `9zz${words}`),
        ]);
        expect(
          wanted.filter((one) => !all.includes(one) && one !== 'min' && one !== 'notes'),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('ten times as long takes no more than about ten times as long', () => {
    const time = (times: number) => {
      const bytes = docx(
        (
          paragraph('Starter (5 min)', 'H1') +
          item('Draw your map. '.repeat(5)) +
          table([
            ['a', 'b'],
            ['c', 'd'],
          ])
        ).repeat(times),
      );
      const began = process.cpuUsage();
      openFile({ name: 'x.docx', bytes });
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    time(50);
    const [short, long] = [time(100), time(1000)];
    expect(long).toBeLessThan(short * 40);
  });
});
