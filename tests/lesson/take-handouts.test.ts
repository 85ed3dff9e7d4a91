import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, notesOf } from '../../src/outputs/board/make-deck.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { ownHandouts } from '../../src/outputs/handouts/own-handouts.ts';
import { takeHandouts } from '../../src/lesson/take-handouts.ts';

const LESSON =
  '---\ntitle: Ice\nstage: KS3\nsubject: physics\nminutes: 5\n---\n\n# Ice\n\n### Why?\n\n- It floats\n\nNotes:\nWait.\n';
const SLIPS =
  ':::: handout\ntitle: Slips\n\n::: cut 8\nAn ![ear](ice/ear.png) on paper.\n:::\n::::\n';
const read = (text: string) => readLesson('ice', text);
const codes = (text: string) =>
  takeHandouts(text).problems.map(({ line, code }) => `${line} ${code}`);

describe('a handout that is written in a lesson', () => {
  it('[L9] is on no slide, in no note and in no question, wherever in the text it is', () => {
    const alone = read(LESSON).lesson;
    const below = read(`${LESSON}\n${SLIPS}`).lesson;
    const above = read(LESSON.replace('### Why?', `${SLIPS}\n### Why?`)).lesson;
    for (const lesson of [below, above]) {
      expect(deckOf(lesson, null).slides).toEqual(deckOf(alone, null).slides);
      expect(notesOf(lesson)).toEqual(notesOf(alone));
      expect(lesson.handouts).toHaveLength(1);
    }
    expect(read(`${LESSON}\n${SLIPS}`).problems).toEqual(read(LESSON).problems);
  });

  it('[L9] leaves each character of the lesson at its place', () => {
    const words = fc.constantFrom(
      ...['# A', ':::: handout', ':::: handout x', '::::', ':::', '::: box', '```', '<!--', '-->'],
      ...['- a', '', 'words', '::::: columns', ':::::', '---'],
    );
    const ends = fc.constantFrom('\n', '\r\n', '\r', '\u2028');
    fc.assert(
      fc.property(fc.array(fc.tuple(words, ends)), (lines) => {
        const text = lines.flat().join('');
        const { rest, handouts } = takeHandouts(text);
        expect(rest).toHaveLength(text.length);
        const moved = [...rest].filter((one, at) => one !== ' ' && one !== text[at]);
        expect(moved).toEqual([]);
        const count = text.split(/\r\n|\n|\r/).length;
        for (const { line, to } of handouts) expect(line <= to && to <= count).toBe(true);
        expect(takeHandouts(rest).handouts).toEqual([]);
      }),
    );
  });

  it('has what is between its lines, and says where in the lesson they are', () => {
    const text = `${LESSON}\n${SLIPS}\n:::: handout\ntitle: Two\n\nWords.\n::::\n`;
    expect(takeHandouts(text).handouts).toEqual([
      { title: 'Slips', line: 17, to: 23, text: SLIPS.split('\n').slice(1, -2).join('\n') },
      { title: 'Two', line: 25, to: 29, text: 'title: Two\n\nWords.' },
    ]);
  });

  it('ends where as many colons as it began with end no part within it', () => {
    const textOf = (text: string) => takeHandouts(text).handouts.map((one) => one.text);
    expect(textOf('::: handout\na\n::: box\nb\n:::\nc\n:::\nd\n')).toEqual([
      'a\n::: box\nb\n:::\nc',
    ]);
    expect(textOf(':::: handout\n:::: columns\n::: column\na\n:::\n::::\nb\n::::\nc')).toEqual([
      ':::: columns\n::: column\na\n:::\n::::\nb',
    ]);
    // A part that has no end takes no slide with it.
    expect(textOf(':::: handout\n::: box\na\n::::\n# B\n')).toEqual(['::: box\na']);
  });

  it('is none in code and in a comment', () => {
    for (const text of [
      `\`\`\`\`\n${SLIPS}\`\`\`\`\n`,
      `\`\`\`markdown\n${SLIPS}\`\`\`\n`,
      `<!--\n${SLIPS}-->\n`,
    ]) {
      expect(takeHandouts(text)).toEqual({ rest: text, handouts: [], problems: [] });
    }
    expect(takeHandouts(`<!-- a note -->\n${SLIPS}`).handouts).toHaveLength(1);
  });

  it('is none of the class’s where code above it has lost its end', () => {
    const key = ':::: handout\ntitle: Key\naudience: staff\n\nThe answer is B.\n::::\n';
    const code = '```js\nlet a = 1\n';
    for (const text of [
      ...['```B``` is code.\n\n', code, `- item\n  \`\`\`\n  B\n\n`].map((one) => `${one}${key}`),
      `${code}\n${key}\n### Two\n\n\`\`\`\nB\n\`\`\`\n`,
      `${code}\n${key.replace('::::\n', '```\nB\n```\n::::\n')}`,
      key.replace(':::: handout', '::::\u00A0handout').replace(/::::\n$/, '::::\u00A0\n'),
    ]) {
      const { lesson } = read(`${LESSON}\n### One\n\n${text}`);
      expect(lesson.handouts, text).toHaveLength(1);
      expect(JSON.stringify(deckOf(lesson, null)), text).not.toContain('The answer');
    }
  });

  it('is none of the class’s where a word processor has parted its lines in its own way', () => {
    const key = ':::: handout\ntitle: Key\naudience: staff\n\nThe answer is B.\n::::\n';
    for (const soft of ['\u2028', '\u000b']) {
      const text = `${LESSON}\n### One\n\nSeen.${soft}${key.trim().replaceAll('\n', soft)}${soft}Seen too.\n`;
      const { lesson } = read(text);
      const slides = JSON.stringify(deckOf(lesson, null).slides);
      expect(slides).not.toContain('The answer');
      expect(slides).toContain('Seen.');
      expect(slides).toContain('Seen too.');
      expect(ownHandouts(lesson)[0]?.handout).toMatchObject({ title: 'Key', audience: 'staff' });
    }
  });

  it('[L9] is none of the class’s where its first line is mistyped, and an error that says so', () => {
    const key = (opens: string, ends = '::::') =>
      `${opens}\ntitle: Key\naudience: staff\n\nThe answer is B.\n${ends}\n\nSeen too.\n`;
    const misread = 'Cannot read “';
    for (const [text, says] of [
      [key(':::: handot'), `${misread}::: handot”: it needs to be “::: handout”`],
      [key('::: Hand-outs', ':::'), `${misread}::: Hand-outs”: it needs to be “::: handout”`],
      [key('::: {.handout}', ':::'), `${misread}::: {.handout}”: it needs to be “::: handout”`],
      [key(':: handout', '::'), `${misread}:: handout”: it needs to be “::: handout”`],
      [key('**:::: handout**', '**::::**'), misread],
      [key('\\:::: handout', '\\::::'), misread],
      [key('\u200b:::: handout'), misread],
      [key('：：：： handout', '：：：：'), misread],
      [
        key(':::: worksheet'),
        `${misread}::: worksheet”: what says “audience: …” needs to be a handout`,
      ],
    ] as const) {
      const { lesson, problems } = read(`${LESSON}\n### One\n\n${text}`);
      const slides = JSON.stringify(deckOf(lesson, null));
      expect(slides, text).not.toContain('The answer');
      expect(slides, text).toContain('Seen too.');
      expect(problems.map(({ message }) => message).join('\n'), text).toContain(says);
      expect(
        ownHandouts(lesson).map((one) => one.handout),
        text,
      ).toMatchObject([{ title: 'Key', audience: 'staff' }]);
    }
  });

  it('is one where it is called by what it is on paper and has a title, and an error that says so', () => {
    for (const word of ['worksheet', 'Worksheets', 'letter', 'slips']) {
      const text = `:::: ${word}\ntitle: My sheet\n\nWrite here.\n::::\n`;
      const { lesson, problems } = read(`${LESSON}\n### One\n\n- Seen\n\n${text}\nSeen too.\n`);
      const slides = JSON.stringify(deckOf(lesson, null));
      expect(slides, word).not.toMatch(/My sheet|Write here/);
      expect(slides, word).toContain('Seen too.');
      expect(ownHandouts(lesson)[0]?.handout, word).toMatchObject({
        title: 'My sheet',
        audience: 'pupils',
      });
      expect(problems.map(({ message }) => message)).toEqual([
        `Cannot read “::: ${word}”: it needs to be “::: handout”`,
      ]);
    }
    // Without a title it is a part of a slide, as in decks of other tools.
    const part = read(`${LESSON}\n### One\n\n::: worksheet\nWrite this down.\n:::\n`);
    expect(JSON.stringify(deckOf(part.lesson, null))).toContain('Write this down.');
    expect(part.problems.map(({ message }) => message).join()).toContain(
      'to print them instead, write “:::: handout”',
    );
  });

  it('[L9] is none of the class’s where it is for adults, whatever its colons are among', () => {
    const key = ':::: handout\ntitle: Key\naudience: staff\n\nThe answer is B.\n::::\n';
    const begins = (opens: string) => key.replace(':::: handout', opens);
    for (const text of [
      ...['- [ ] :::: handout', '• :::: handout', 'a) :::: handout', '### :::: handout'].map(
        begins,
      ),
      ...[': : : : handout', '\\:\\:\\:\\: handout', '∶∶∶∶ handout', '~~:::: handout~~'].map(
        begins,
      ),
      ...['::::', '\u200f:::: sheet', '<b>:::: handout</b>', 'See :::: handout'].map(begins),
      begins(':::: sheet').replace('title', '---\ntitle').replace('staff', 'staff\n---'),
      begins('::::').replace('title: Key', '**title:** Key').replace('audience:', '**audience:**'),
    ]) {
      const { lesson, problems } = read(`${LESSON}\n### One\n\n${text}\nSeen too.\n`);
      const slides = JSON.stringify(deckOf(lesson, null));
      expect(slides, text).not.toContain('The answer');
      expect(slides, text).toContain('Seen too.');
      expect(
        problems.map(({ code }) => code),
        text,
      ).toContain('unknown-fence');
    }
    for (const text of [
      ':::\nTitle: Be heard\nPurpose: persuade\nAudience: teenagers\n',
      ':::\nPurpose: persuade\nAudience: parents\n',
      '::: choice\nTitle: A\nAudience: parents\n',
      'At 10:30 : : we stop\n\nTitle: A\n\nWords.\nAudience: staff\n',
    ]) {
      expect(takeHandouts(text).handouts, text).toEqual([]);
    }
  });

  it('[L9] is none of the class’s in a list, in a quote or indented, and an error that says so', () => {
    const key = ':::: handout\ntitle: Key\naudience: staff\n\nThe answer is B.\n::::\n';
    for (const text of [
      key.replaceAll(/^/gm, '> ').replace(/> $/, ''),
      key.replaceAll(/^/gm, '  ').replace('  ', '- '),
      key.replaceAll(/^/gm, '   ').replace('   ', '1. '),
      key.replaceAll(/^/gm, '  > ').replace('  > ', '- > '),
      key.replaceAll(/^/gm, '    '),
      key.replaceAll(/^/gm, '\t'),
    ]) {
      const { lesson, problems } = read(`${LESSON}\n### One\n\n- Seen\n\n${text}\n\nSeen too.\n`);
      const slides = JSON.stringify(deckOf(lesson, null));
      expect(slides, text).not.toContain('The answer');
      expect(slides, text).toContain('Seen too.');
      expect(
        problems.map(({ code }) => code),
        text,
      ).toEqual(['handout-within']);
      expect(
        ownHandouts(lesson).map((one) => one.handout),
        text,
      ).toMatchObject([{ title: 'Key', audience: 'staff' }]);
    }
  });

  it('[L9] is none of the class’s where it was written as a code block, and an error that says how', () => {
    const block = (opens: string, ends = '```', head = 'title: Key\naudience: staff\n') =>
      `${opens}\n${head}\nThe answer is B.\n${ends}\n`;
    const quoted = block('```handout').trim().replaceAll(/^/gm, '> ');
    for (const text of [
      ...['```handout', '``` handout', '```{.handout}', '```hand-out', '```Handot'].map((opens) =>
        block(opens),
      ),
      block('~~~~ handout', '~~~~'),
      block('```handout', '```', 'title: Slips\n'),
      block('```'),
      block('```worksheet'),
      quoted,
      block('- ```handout', '  ```').replaceAll(/^(?=title|audience|The)/gm, '  '),
    ]) {
      const { lesson, problems } = read(`${LESSON}\n### One\n\n- Seen\n\n${text}\nSeen too.\n`);
      const slides = JSON.stringify(deckOf(lesson, null));
      expect(slides, text).not.toContain('The answer');
      expect(slides, text).toContain('Seen too.');
      expect(lesson.handouts, text).toHaveLength(1);
      expect(problems.map(({ message }) => message).join('\n'), text).toContain(
        'it needs to be “:::: handout”, and its last line “::::”',
      );
    }
    // What may be code after all says how it stays code.
    expect(
      takeHandouts(block('```'))
        .problems.map(({ message }) => message)
        .join(),
    ).toMatch(/code that the class is to see begins “```text”$/);
    expect(takeHandouts(block('```text')).handouts).toEqual([]);
    // Without an end, or below code that has lost its own, it may be for staff all the same.
    const open = read(`${LESSON}\n### One\n\n${block('```handout', '')}`);
    expect(open.problems.map(({ code }) => code)).toContain('handout-open');
    const below = read(`${LESSON}\n### One\n\n\`\`\`js\nlet a = 1\n\n${block('```handout')}`);
    for (const { lesson } of [open, below]) {
      expect(JSON.stringify(deckOf(lesson, null))).not.toContain('The answer');
      expect(lesson.handouts).toHaveLength(1);
    }
  });

  it('is none in other code, and in code about lessons', () => {
    for (const text of [
      '```js\nconst handout = 1;\n```\n',
      '```handle\nWords.\n```\n',
      '```yaml\ntitle: A\naudience: staff\n```\n',
      '````markdown\n```handout\ntitle: A\n```\n````\n',
      '```\ntitle: A\npurpose: persuade\n```\n',
      'Write ```handout``` on the first line.\n',
    ]) {
      expect(takeHandouts(text), text).toEqual({ rest: text, handouts: [], problems: [] });
    }
  });

  it('is none where other words are at its place', () => {
    for (const text of [
      '::: layout',
      '::: hands',
      'Then:: hand out the sheets',
      '::: box\naudience',
      ':: hand out the sheets',
    ]) {
      expect(takeHandouts(`${text}\nWords.\n`).handouts, text).toEqual([]);
    }
    // A part of a handout may ask who something is for.
    expect(
      takeHandouts(':::: handout\ntitle: A\n\n::: box\naudience: ___\n:::\n::::\n').handouts,
    ).toHaveLength(1);
  });

  it('without an end, or with words behind its first line, is an error at that line', () => {
    expect(codes(`${LESSON}\n:::: handout\ntitle: A\n\nWords.\n`)).toEqual(['17 handout-open']);
    expect(codes(`:::: handout\ntitle: A\n\n${SLIPS}`)).toEqual(['1 handout-open']);
    expect(codes(':::: handout My slips\ntitle: A\n\nWords.\n::::\n')).toEqual(['1 handout-words']);
  });

  it('has its pictures among those of the lesson, so that they go where it goes', () => {
    expect(read(`${LESSON}\n${SLIPS}`).lesson.pictures).toMatchObject([
      { path: 'ice/ear.png', line: 21 },
    ]);
  });

  it('tells of its subject as the slides do', () => {
    const text =
      '---\ntitle: A talk\nstage: KS3\n---\n\n# A talk\n\n### Words\n\n- We talk\n\n:::: handout\ntitle: A\n\nWhat if someone asks you to send nudes?\n::::\n';
    expect(read(text).lesson.subject.pack.name).toBe('safeguarding');
    expect(read(text.replace('send nudes', 'send notes')).lesson.subject.pack.name).toBe('general');
  });
});
