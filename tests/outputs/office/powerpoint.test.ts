// subject: safeguarding
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isParent, type Node } from '../../../src/document/nodes.ts';
import { isInline } from '../../../src/document/visit.ts';
import { slidesOf, type Lesson, type Slide } from '../../../src/lesson/lesson.ts';
import { fillWords } from '../../../src/lesson/names.ts';
import { readLesson } from '../../../src/lesson/read-lesson.ts';
import { openFile } from '../../../src/open/open-file.ts';
import type { Opened } from '../../../src/open/opened.ts';
import { picturesToDraw, withDrawn } from '../../../src/outputs/office/drawn-pictures.ts';
import { missingWords } from '../../../src/outputs/office/not-in-powerpoint.ts';
import { writePowerPoint } from '../../../src/outputs/office/powerpoint/write-powerpoint.ts';
import type { FilmToShow } from '../../../src/outputs/office/powerpoint/slide-pages.ts';
import { filmHeading } from '../../../src/slides/film.ts';
import { anyLesson } from '../../lesson/arbitrary-lesson.ts';
import { PLACED_JPEG, PNG } from '../../open/small-pictures.ts';
import { chosenOf, firstOf, runs } from '../../thorough.ts';
import { lessonNamed, mediaOf, packageTroubles, partsOf, slugs } from './office-parts.ts';

const NO_PICTURES: ReadonlyMap<string, Uint8Array> = new Map();

function write(
  lesson: Lesson,
  {
    media = NO_PICTURES,
    film = null,
  }: { media?: ReadonlyMap<string, Uint8Array>; film?: FilmToShow | null } = {},
) {
  return writePowerPoint(lesson, { media, film, day: '2026-11-28' });
}

function readText(text: string): Lesson {
  return readLesson('any', text).lesson;
}

function openedAgain(bytes: Uint8Array): Opened {
  const opened = openFile({ name: 'x.pptx', bytes });
  if (opened.kind !== 'opened') throw new Error(opened.message);
  return opened;
}

/** The XML of the slides, one behind the other. */
function slideParts(bytes: Uint8Array): readonly string[] {
  return [...partsOf(bytes)].flatMap(([name, text]) =>
    /^ppt\/slides\/[^_]/.test(name) ? [text] : [],
  );
}

// Letters and figures alone, without any blanks.
function bare(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a slide as its author wrote them, pictures by what they show; formulas are left to a test of their own, and of cards the mixed ones count. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (node.kind === 'sortedCards' || node.kind === 'maths') return '';
      if (node.kind === 'groupNames') {
        return node.children.length === 0 ? '' : `Sort into ${wordsOf(node.children)}`;
      }
      if (node.kind === 'picture') return ` ${wordsOf(node.words)} `;
      if (node.kind === 'field') return `{${node.name}}`;
      if (node.kind === 'sourceMark') return node.number ?? '';
      if (node.kind === 'card') return `${node.number} ${wordsOf(node.children)}`;
      if (node.kind === 'turn') return turnWords(node.children);
      if (isParent(node)) {
        const within = wordsOf(node.children);
        return isInline(node) ? within : ` ${within} `;
      }
      return 'text' in node ? node.text : '\n';
    })
    .join('');
}

// Each message of a turn has the name before it.
function turnWords(children: readonly Node[]): string {
  const who = children.find(({ kind }) => kind === 'who');
  const name = who === undefined ? '' : wordsOf([who]);
  return children
    .filter((child) => child !== who && wordsOf([child]).trim() !== '')
    .map((child) => `${name} ${wordsOf([child])}`)
    .join(' ');
}

// A title that begins like an item of a list is compared without that, as its body's items are.
function titleOf(slide: Slide, lesson: Lesson): string {
  return wholeTitleOf(slide, lesson).replace(LIST_MARK, '');
}

function withoutMarks(words: string): string {
  return words.replaceAll(new RegExp(LIST_MARK, 'gm'), '').replaceAll(/\]\(https?:[^)]*\)/g, ']');
}

const LIST_MARK = /^\s*(?:\d{1,9}\.|-)\s/;

function wholeTitleOf(slide: Slide, { questions }: Lesson): string {
  if (slide.kind === 'film') return filmHeading(slide.from);
  if (slide.kind === 'poll') {
    return questions.find(({ id }) => id === slide.question)?.prompt ?? slide.heading;
  }
  return slide.heading;
}

/** What was opened again of each slide: what the class sees, and what the teacher does. */
function seenAgain(opened: Opened): readonly { readonly board: string; readonly notes: string }[] {
  const seen: { board: string; notes: string }[] = [];
  const plain = (written: string) =>
    bare(
      withoutMarks(written)
        // Where a picture is not drawn, its words say what they are.
        .replaceAll('Picture: ', '')
        .replaceAll(/!\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
        .replaceAll(/(?<!\\)\$[^$]*\$/g, '')
        .replaceAll(/<\/?(?:br|sup|sub|strong|em)>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    );
  for (const { goes, written } of opened.parts) {
    if (goes === 'board') seen.push({ board: plain(written), notes: '' });
    else seen[seen.length - 1] = { board: seen.at(-1)?.board ?? '', notes: plain(written) };
  }
  return seen;
}

/** What is not the same once it is opened again, slide by slide. */
function differences(lesson: Lesson, bytes: Uint8Array): readonly string[] {
  const again = seenAgain(openedAgain(bytes));
  const filled = (words: string) => fillWords(words, lesson.names);
  // What only looks like an address or an item’s mark, in code, is left out as those are.
  const named = (words: string) => bare(withoutMarks(filled(words)));
  const slides = slidesOf(lesson).filter((slide, at) => {
    const isBlank = !/\S/.test(filled(titleOf(slide, lesson) + wordsOf(slide.body.children)));
    // A slide on which nothing is to be seen is left out where it is opened.
    const hasNotes = at === 0 || /\S/.test(filled(wordsOf(slide.notes.children)));
    return !isBlank || hasNotes || slide.kind !== 'text';
  });
  if (again.length !== slides.length) return [`${again.length} slides, not ${slides.length}`];
  return slides.flatMap((slide, at) => {
    const { board, notes } = again[at] ?? { board: '', notes: '' };
    const title = named(titleOf(slide, lesson));
    const body = named(wordsOf(slide.body.children));
    // Other kinds have words of their own as well, and a question its options in the place of a body.
    const isSame = slide.kind === 'text' ? board === title + body : board.startsWith(title);
    const hasBody = slide.kind === 'poll' || board.includes(body);
    return [
      ...(isSame && hasBody ? [] : [`${at + 1}: ${board}, not ${title}${body}`]),
      ...(notes.includes(named(wordsOf(slide.notes.children)))
        ? []
        : [`${at + 1}: notes ${notes}`]),
    ];
  });
}

// Every third lesson in an ordinary run, and the one with the film.
describe.each(
  chosenOf(slugs, (slug, place) => slug === 'for-the-whole-world-to-see' || place % 3 === 0),
)('the presentation of %s', (slug) => {
  const lesson = lessonNamed(slug);
  const media = mediaOf(lesson);
  const { bytes } = write(lesson, { media });

  test('is a whole package: each part is XML, has its type, and leads to what is there', () => {
    expect(packageTroubles(bytes)).toEqual([]);
  });

  test('opened again has the same titles, words and notes in the same order', () => {
    expect(differences(lesson, bytes)).toEqual([]);
  });

  test('opened again has each picture with its words, in order', () => {
    const drawn = new Map(picturesToDraw(bytes).map(({ name }) => [name, PNG]));
    const { text } = openedAgain(withDrawn(bytes, drawn));
    const shown = [...text.matchAll(/!\[((?:\\.|[^\]\\])*)\]\(x\//g)].map(([, alt = '']) =>
      bare(alt),
    );
    const wanted = slidesOf(lesson).flatMap(({ kind, body }) =>
      kind === 'poll' || kind === 'help' ? [] : picturesIn(body.children),
    );
    expect(shown).toEqual(wanted.map((words) => bare(fillWords(words, lesson.names))));
  });

  test('has every shape on its slide', () => {
    for (const part of slideParts(bytes)) {
      for (const [, x, y, width, height] of part.matchAll(
        /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(12_192_000);
        expect(Number(y) + Number(height)).toBeLessThanOrEqual(6_858_000);
      }
    }
  });
});

function picturesIn(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'picture') return [wordsOf(node.words)];
    return isParent(node) ? picturesIn(node.children) : [];
  });
}

const EVERYWHERE = `---
title: Canary title for adults
on the board: The board
summary: Canary summary
subject: science
resources: [canary resource]
references: [canary reference]
sources: [canary source]
reviewed by: [canary reviewer]
---

# The board

Notes:
canary notes

## Canary part (5 min)

### One

Shown.

::: notes
canary fence
:::

<!-- canary comment -->

Land safely: canary landing

::: choice which knowledge
What is it?
- [ ] Ash
- [x] Lava

> Canary explanation.
:::

::: myth late
Rocks never melt.

> Canary correction.
:::

# Hard questions

### Canary question?

Canary answer.

# Alternative task

Canary task.

# Adaptations

Canary adaptation.

# Mixed or single-sex groups

Canary groups.

# To be reviewed

### Canary reviewer

Canary point.
`;

describe('what the class must not see', () => {
  test('is in no slide, and what the plan tells the teacher is in the notes', () => {
    const { bytes } = write(readText(EVERYWHERE));
    const parts = partsOf(bytes);
    expect(slideParts(bytes).join('')).toContain('Lava');
    const elsewhere = [...parts].filter(
      ([name, text]) =>
        !/notesSlides\/|presentation\.xml$/.test(name) && /canary/i.test(`${name} ${text}`),
    );
    expect(elsewhere).toEqual([]);
    const notes = [...parts].filter(([name]) => name.includes('notesSlides/')).join('');
    for (const words of [
      'canary notes',
      'canary fence',
      'canary landing',
      'Canary explanation',
      'Canary correction',
      'Canary question',
      'Canary answer',
      'Canary task',
      'Canary adaptation',
      'Canary groups',
      'B Lava',
      'It is a myth.',
    ]) {
      expect(notes).toContain(words);
    }
  });

  test('is in no slide of any lesson, whatever is around a note or a section for the teacher', () => {
    const before = anyLesson.map((text) => text.replaceAll(/```|~~~|<!--/g, ''));
    const marks = fc.constantFrom(
      'Notes:',
      '???',
      '::: notes',
      '<aside class="notes">',
      '### Notes',
      'Land safely:',
      '# Alternative task',
      '# Hard questions (5 min)',
      '# Adaptations',
      '# To be reviewed',
    );
    const words = fc.array(
      fc.constantFrom('canary', '- canary', '> canary', '| canary |', '`canary`', '**canary**', ''),
      { maxLength: 6 },
    );
    const after = fc.constantFrom('', '### Next', '::: help', '::: choice one character');
    fc.assert(
      fc.property(before, marks, words, after, (text, mark, lines, next) => {
        const { bytes } = write(readText([text, mark, ...lines, next].join('\n')));
        expect(slideParts(bytes).join('')).not.toContain('canary');
      }),
      runs(300, 10),
    );
  });

  test('is how cards belong together: mixed on the slide, and in their groups in the notes', () => {
    const lesson = readText(
      '### Sort\n\n::: cards\n### Solid\n- Ice\n- Rock\n### Liquid\n- Water\n- Oil\n:::\n',
    );
    const { bytes, missing } = write(lesson);
    const [slide = ''] = slideParts(bytes);
    const words = [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
      .map(([, text = '']) => text)
      .join('|');
    expect(words).toMatch(/Sort into: \|Solid\|, \|Liquid\|1 {2}\|/);
    const order = ['Ice', 'Rock', 'Water', 'Oil'].toSorted(
      (one, other) => words.indexOf(one) - words.indexOf(other),
    );
    expect(order).not.toEqual(['Ice', 'Rock', 'Water', 'Oil']);
    const notes = partsOf(bytes).get('ppt/notesSlides/notesSlide1.xml') ?? '';
    expect(notes).toMatch(/<a:t>Solid: <\/a:t>.*?<a:t>\d, \d<\/a:t>/);
    expect(missing.map(missingWords)).toContain(
      'Slide 1: cards stay mixed. How they belong is in your notes.',
    );
  });

  test('is hands for a question of opinion: it is answered on paper', () => {
    const text = (tag: string) => `::: choice one ${tag}\nWhich?\n- This\n- That\n:::\n`;
    expect(slideParts(write(readText(text('view'))).bytes)[0]).toContain(
      'Answer on your own paper. You can pass.',
    );
    expect(slideParts(write(readText(text('character'))).bytes)[0]).toContain(
      'Hands up. You don’t have to answer.',
    );
  });
});

describe('a presentation', () => {
  test('of any lesson is a whole package that opens again with the same words', () => {
    fc.assert(
      fc.property(anyLesson, (text) => {
        const lesson = readText(text);
        const media = new Map(lesson.pictures.map(({ path }) => [path, PNG]));
        const { bytes } = write(lesson, { media });
        expect(packageTroubles(bytes)).toEqual([]);
        const isEmpty = slidesOf(lesson).length === 0;
        expect(isEmpty ? [] : differences(lesson, bytes)).toEqual([]);
      }),
      {
        ...runs(300, 10),
        examples: [
          ['#### Teacher notes\n::: cards'],
          ['::: chat\nSam: ![A phone](film/phone.svg)'],
          ['```\n[link](https://example.org)'],
        ],
      },
    );
  });

  test('of the same lesson and day has the same bytes, and of another day others', () => {
    const lesson = lessonNamed('starter');
    const parts = { media: mediaOf(lesson), film: null };
    const one = writePowerPoint(lesson, { ...parts, day: '2026-11-28' }).bytes;
    expect(writePowerPoint(lesson, { ...parts, day: '2026-11-28' }).bytes).toEqual(one);
    expect(writePowerPoint(lesson, { ...parts, day: null }).bytes).not.toEqual(one);
    expect(
      partsOf(writePowerPoint(lesson, { ...parts, day: null }).bytes).get('docProps/core.xml'),
    ).not.toContain('created');
  });

  test('has lists, numbers, tables, formulas and links as PowerPoint has them', () => {
    const { bytes } = write(
      readText(
        [
          '### A title',
          '',
          '- One',
          '  - Below it',
          '',
          '3. Three',
          '4. Four',
          '',
          'See [a page](https://example.org/a?b=1&c=2), **bold**, *slanted* and H<sub>2</sub>O.',
          '',
          '| Name | Height |',
          '|---|--:|',
          '| Ben | 5 |',
          '',
          'It is $\\frac{1}{2}x^2$.',
        ].join('\n'),
      ),
    );
    const [slide = ''] = slideParts(bytes);
    expect(slide).toContain('<p:ph type="title"/>');
    expect(slide).toMatch(/lvl="1"[^>]*>(?:(?!<\/a:pPr>).)*<a:buChar char="•"\/>/);
    expect(slide).toContain('<a:buAutoNum type="arabicPeriod" startAt="3"/>');
    expect(slide.match(/startAt="3"/g)).toHaveLength(2);
    expect(slide).toContain('<a:tbl><a:tblPr firstRow="1"/>');
    expect(slide).toContain('algn="r"');
    expect(slide).toContain('<m:f>');
    expect(slide).toContain('baseline="-25000"');
    expect(partsOf(bytes).get('ppt/slides/_rels/slide1.xml.rels')).toContain(
      'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"',
    );
    const { text } = openedAgain(bytes);
    expect(text).toMatch(/^- One\n {2}- Below it\n\n?3\. Three\n4\. Four$/m);
    expect(text).toContain('\\frac{1}{2}{x}^{2}');
  });

  test('runs from the right where its words do', () => {
    const text = '# Rocks\n## One\n### Two\n\nشاهد الصورة\n\n- انتبه\n- Look at it';
    const [xml = ''] = slideParts(write(readText(text)).bytes).filter((one) =>
      one.includes('شاهد'),
    );
    const properties = [...xml.matchAll(/<a:pPr [^>]*\brtl="1"/g)].map(([found]) => found);
    expect(properties).toEqual([
      expect.stringContaining('algn="r"'),
      expect.stringContaining('algn="r"'),
    ]);
  });

  test('takes the place where it was taken out of a photo, and leaves a picture that is not there in words', () => {
    const lesson = readText(
      '### One\n\n![A lake](any/lake.jpg)\n\n### Two\n\n![A hill](any/hill.png)',
    );
    const { bytes, missing } = write(lesson, { media: new Map([['any/lake.jpg', PLACED_JPEG]]) });
    const photo = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('.jpg'))?.[1];
    expect(photo).toBeDefined();
    expect(Buffer.from(photo ?? []).toString('latin1')).not.toContain('51.5 N');
    expect(slideParts(bytes)[0]).toContain('descr="A lake"');
    expect(slideParts(bytes)[1]).toContain('Picture: A hill');
    expect(missing.map(missingWords)).toContain(
      'Slide 2: a picture is not in the file: only what it shows, in words.',
    );
  });

  test('shows a drawing in every program once a browser has drawn it, and as itself where it can', () => {
    const lesson = readText('### One\n\n![A dot](any/dot.svg)');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle r="9"/></svg>';
    const media = new Map([['any/dot.svg', new TextEncoder().encode(svg)]]);
    const { bytes } = write(lesson, { media });
    expect(picturesToDraw(bytes)).toMatchObject([
      { name: 'ppt/media/image1.png', type: 'image/svg+xml', width: 1600, height: 800 },
    ]);
    const drawn = withDrawn(bytes, new Map([['ppt/media/image1.png', PNG]]));
    expect(unzipSync(drawn)['ppt/media/image1.png']).toEqual(PNG);
    expect(new TextDecoder().decode(unzipSync(drawn)['ppt/media/image1.svg'])).toBe(svg);
    expect(slideParts(drawn)[0]).toContain('asvg:svgBlip');
    expect(packageTroubles(drawn)).toEqual([]);
  });

  test('leads to the film where it has an address, and says nothing of one where it has none', () => {
    const lesson = readText('---\nfilms: [a]\n---\n\n# One\n\n::: film\n:::\n');
    const film = { title: 'Clouds', contentNote: '', endsWithHelp: false };
    const led = write(lesson, { film: { ...film, address: 'https://example.org/clouds' } }).bytes;
    expect(slideParts(led)[1]).toContain('Play the film: Clouds');
    expect(partsOf(led).get('ppt/slides/_rels/slide2.xml.rels')).toContain(
      'Target="https://example.org/clouds"',
    );
    const bare_ = write(lesson, { film: { ...film, address: null } }).bytes;
    expect(slideParts(bare_)[1]).not.toContain('Play the film');
    expect(slideParts(bare_)[1]).toContain('Clouds');
  });

  test('says what is lost in the notes of its first slide, and only what this lesson has', () => {
    const { bytes, missing } = write(readText('### One\n\nWords.'));
    expect(missing.map(missingWords)).toEqual([
      'Changes you make in PowerPoint do not come back to the lesson by themselves.',
      expect.stringMatching(/^Typefaces:/),
    ]);
    expect(partsOf(bytes).get('ppt/notesSlides/notesSlide1.xml')).toContain('do not come back');
    const own = write(lessonNamed('power-and-putting-it-right'))
      .missing.map(missingWords)
      .join('\n');
    expect(own).toMatch(/polls: no answers come from tablets/);
    expect(own).toMatch(/^Approval: the file does not know/m);
  });

  test('takes about ten times as long for ten times as much, and columns within columns come to an end', () => {
    const secondsOf = (text: string) => {
      const lesson = readText(text);
      const began = process.cpuUsage();
      write(lesson);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000_000;
    };
    const lines = ['- item\n', '> a\n\nb\n\n', '| x | y |\n', '### Slide\n\nwords\n\n'];
    for (const line of firstOf(lines)) {
      const head = line.startsWith('|') ? '# A\n\n| a | b |\n|---|---|\n' : '# A\n\n';
      secondsOf(head + line.repeat(200));
      const [short, long] = [
        secondsOf(head + line.repeat(200)),
        secondsOf(head + line.repeat(2000)),
      ];
      expect(long).toBeLessThan(Math.max(0.05, short) * 40);
    }
    const open = '<div class="columns"><div class="column">'.repeat(60);
    const close = '</div><div class="column">y</div></div>'.repeat(60);
    expect(secondsOf(`# A\n\n${open}x${close}`)).toBeLessThan(5);
  });
});
