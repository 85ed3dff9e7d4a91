import { describe, expect, test } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { toHtml } from '../../src/document/to-html.ts';
import { slidesOf, type Lesson } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { openFile, openPasted } from '../../src/open/open-file.ts';
import type { Opened } from '../../src/open/opened.ts';
import { ADDRESSES, MARKUP } from '../lesson/hostile-pieces.ts';
import { readFixtures } from '../lesson/read-fixtures.ts';
import { troublesIn } from '../lesson/strict-html.ts';
import { lessonOf, lettersOf, opened } from './lesson-seen.ts';
import { chosenOf } from '../thorough.ts';
import { docx, lines, paragraph, pptx, run, shape } from './make-office.ts';

const slidesSeen = (lesson: Lesson) =>
  slidesOf(lesson).map(({ heading, body, notes }) => [
    lettersOf(heading),
    lettersOf(toWords(body)),
    lettersOf(toWords(notes)),
  ]);

// Every third of them in an ordinary run: tests/lesson reads each of them in every run.
const written = readFixtures()
  .map(({ file, fixtures }) => ({
    file,
    fixtures: chosenOf(
      fixtures.filter(({ source }) => source !== ''),
      (_, place) => place % 3 === 0,
    ),
  }))
  .filter(({ fixtures }) => fixtures.length > 0);

describe.each(written)('a deck or plan of $file', ({ fixtures }) => {
  test.each(fixtures)('is the same lesson when it is opened: $sentence', ({ source }) => {
    const found = openFile({ name: 'a-lesson.md', bytes: new TextEncoder().encode(source) });
    if (found.kind !== 'opened') throw new Error(found.message);
    const { lesson } = readLesson('a-lesson', source);
    expect(slidesSeen(lessonOf(found))).toEqual(slidesSeen(lesson));
    const { stage, minutes, subject } = lessonOf(found);
    expect({ stage, minutes }).toEqual({ stage: lesson.stage, minutes: lesson.minutes });
    const { chip, isAnswered, pack } = lesson.subject;
    expect(subject).toMatchObject({ chip, isAnswered, pack: { name: pack.name } });
  });
});

function troubles(found: Opened): readonly string[] {
  return slidesOf(lessonOf(found)).flatMap(({ body, notes }) => [
    ...troublesIn(toHtml(body)),
    ...troublesIn(toHtml(notes)),
  ]);
}

describe('words that would run, draw, ask or load', () => {
  test.for(MARKUP)('are words on the board and in the notes: %j', (markup) => {
    const words = markup.replaceAll(/\s+/g, ' ').trim();
    const slides = pptx([
      {
        shapes: shape('title', lines(['One'])) + shape('body', lines([words])),
        notes: lines([words]),
      },
    ]);
    const found = opened('x.pptx', slides);
    expect(troubles(found)).toEqual([]);
    const [one] = slidesOf(lessonOf(found));
    const seen = `${one === undefined ? '' : toWords(one.body)} ${one === undefined ? '' : toWords(one.notes)}`;
    expect(seen.replaceAll(/\s/g, '')).toContain(words.replaceAll(/\s/g, ''));
    expect(
      troubles(opened('x.docx', docx(paragraph(run(markup)) + paragraph(run(markup), 'H1')))),
    ).toEqual([]);
    for (const pasted of [
      { html: `<h1>One</h1><p>${markup}</p>`, text: '' },
      { html: '', text: `# One\n\n${markup}\n` },
    ]) {
      const of = openPasted(pasted);
      expect(of.kind === 'opened' ? troubles(of) : []).toEqual([]);
    }
  });

  test.for(ADDRESSES)('are followed by no link: %j', (address) => {
    const target = address
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;');
    const link = `<w:hyperlink r:id="l">${run('here')}</w:hyperlink>`;
    const relation = `<Relationship Id="l" Type="x/hyperlink" TargetMode="External" Target="${target}"/>`;
    const made = openFile({
      name: 'x.docx',
      bytes: docx(paragraph(link), {
        parts: {
          'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
        },
      }),
    });
    expect(made.kind === 'opened' ? troubles(made) : []).toEqual([]);
    const pasted = openPasted({ html: `<p><a href="${target}">here</a></p>`, text: '' });
    expect(pasted.kind === 'opened' ? troubles(pasted) : []).toEqual([]);
  });
});
