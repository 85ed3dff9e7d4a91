import { describe, expect, test } from 'vitest';
import { assistantPrompt, EXAMPLE_LESSON } from '../../src/edit/assistant-prompt.ts';
import { answerOpening, type OpenAnswer } from '../../src/edit/open-protocol.ts';
import { checkOpened, toCheck, type Answers } from '../../src/edit/opened-check.ts';
import { parseOpened, serialiseOpened } from '../../src/edit/opened-state.ts';
import { placeInWords, reportOf, sumInWords } from '../../src/edit/check-words.ts';
import { shownWords } from '../../src/open/shown-words.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import type { PartChoice } from '../../src/open/check-plan.ts';
import { openPasted } from '../../src/open/open-file.ts';
import { boardOf, notesOf, opened } from '../open/lesson-seen.ts';
import { docx, item, lines, paragraph, pptx, shape, table } from '../open/make-office.ts';

const PLAN = opened(
  'Light.docx',
  docx(
    paragraph('Light', 'Titel') +
      paragraph('Subject: Science') +
      paragraph('Duration: 60 minutes') +
      paragraph('Objectives', 'H1') +
      item('Say what happens to light.') +
      paragraph('Starter (10 min)', 'H1') +
      paragraph('A pencil is in a glass of water.') +
      paragraph('Main', 'H1') +
      paragraph('Ask the back row first.') +
      item('What is refraction?') +
      item('Why is the pencil bent?') +
      table([
        ['i', 'r'],
        ['10', ''],
      ]) +
      paragraph('Plenary', 'H1') +
      paragraph('Collect the books in.'),
  ),
);
const NONE: Answers = { choices: new Map(), minutes: new Map() };
const WHERE = { slug: 'light', today: '2026-11-24' };

function check(
  turned: Readonly<Record<string, PartChoice>> = {},
  minutes: Answers['minutes'] = new Map(),
) {
  const first = checkOpened(toCheck(PLAN), NONE, WHERE);
  const choices = Object.entries(turned).map(
    ([words, choice]) =>
      [first.parts.find(({ written }) => written.includes(words))?.id ?? -1, choice] as const,
  );
  return checkOpened(toCheck(PLAN), { choices: new Map(choices), minutes }, WHERE);
}

const partWith = ({ parts }: ReturnType<typeof check>, words: string) =>
  parts.find(({ written }) => written.includes(words));
const lessonOf = ({ text }: { readonly text: string }) => readLesson('light', text).lesson;

describe('what the class will see of a plan', () => {
  test('is the lesson that is made of it, with its slides', () => {
    const made = check();
    expect(made.text).toBe(PLAN.text);
    expect(made.reading.deck.slides.length).toBeGreaterThan(2);
    expect(made.total).toBe(60);
  });

  test('is turned to the worksheet, and the worksheet has it', () => {
    const turned = check({ 'What is refraction': 'worksheet' });
    expect(partWith(turned, 'What is refraction')).toMatchObject({
      goes: 'worksheet',
      suggested: { goes: expect.anything() },
    });
    expect(turned.tasks).toBe(check().tasks + (check().tasks === 0 ? 1 : 0));
    expect(turned.tasks).toBeGreaterThan(0);
    const both = check({ 'What is refraction': 'worksheet', '| i |': 'board' });
    expect(both.text).toContain('- Why is the pencil bent?\n\n| i | r |');
    const pencil = check({ 'A pencil': 'worksheet' });
    expect(partWith(pencil, 'A pencil')?.goes).toBe('worksheet');
    expect(pencil.text).toContain('- A pencil is in a glass of water …');
  });

  test('never has what is the teacher’s, whatever is turned', () => {
    const parts = check().parts.filter(({ choices }) => choices.length > 0);
    const places: readonly PartChoice[] = ['teacher', 'board', 'worksheet'];
    for (let turn = 0; turn < 12; turn += 1) {
      const choices = new Map(
        parts.map(({ id, choices: may }, at) => {
          const wanted = places[(turn + at * (turn + 1)) % 3] ?? 'teacher';
          return [id, may.includes(wanted) ? wanted : ('teacher' as const)];
        }),
      );
      const made = checkOpened(toCheck(PLAN), { choices, minutes: new Map() }, WHERE);
      const board = boardOf(lessonOf(made)).join(' ');
      for (const { id, goes, written } of made.parts) {
        if (choices.get(id) !== 'teacher') continue;
        expect(goes).not.toBe('board');
        expect(goes).not.toBe('worksheet');
        expect(board).not.toContain(shownWords(written).replace(/^• /, '').split('\n')[0]);
      }
    }
  });

  test('has minutes that are found, guessed and corrected', () => {
    expect(check().minutes.map(({ key, is }) => [key, is])).toEqual([
      ['Starter', 'found'],
      ['Main', 'guessed'],
      ['Plenary', 'guessed'],
    ]);
    const corrected = check({}, new Map([['Main', 30]]));
    expect(corrected.minutes[1]).toEqual({
      key: 'Main',
      title: 'Main',
      minutes: 30,
      is: 'corrected',
    });
    expect(corrected.text).toContain('## Main (30 min)');
    // A part that is turned leaves them as they are.
    const both = check({ 'pencil is': 'board' }, new Map([['Main', 30]]));
    expect(both.text).toContain('## Main (30 min)');
    expect(boardOf(lessonOf(both))).toContain('A pencil is in a glass of water.');
  });

  test('is checked as any lesson is', () => {
    const pasted = openPasted({
      html: '',
      text: '---\ntitle: Ice\n---\n\n# Ice\n\n::: choice\n:::\n',
    });
    if (pasted.kind !== 'opened') throw new Error(pasted.message);
    const { findings } = checkOpened(toCheck(pasted), NONE, WHERE);
    expect(findings.some(({ weight }) => weight === 'fix')).toBe(true);
  });
});

describe('what is asked of the opener', () => {
  const answered = (answer: OpenAnswer) => {
    if (answer.type !== 'opened') throw new Error(answer.type);
    return answer;
  };

  test('is answered with what is opened, and by its number', () => {
    const bytes = pptx([{ shapes: shape('title', lines(['Lava'])), notes: lines(['Hush.']) }]);
    const answer = answered(
      answerOpening({ type: 'open', number: 7, file: { is: 'file', name: 'Lava.pptx', bytes } }),
    );
    expect(answer).toMatchObject({ number: 7, opened: { source: 'pptx', slug: 'lava' } });
    const { check: opened2 } = answer.opened;
    expect(
      answerOpening({ type: 'check', number: 8, ...WHERE, check: opened2, answers: NONE }),
    ).toMatchObject({ type: 'checked', number: 8 });
  });

  test('is refused with the file’s own sentence', () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    expect(
      answerOpening({ type: 'open', number: 1, file: { is: 'file', name: 'a.pdf', bytes } }),
    ).toMatchObject({ type: 'not-opened', refused: { message: expect.stringContaining('PDF') } });
  });

  test('is packed with its pictures, as a school’s folder of lessons has them', () => {
    const media = [{ path: 'ice/jar.png', bytes: new Uint8Array([1, 2]) }];
    const answer = answerOpening({ type: 'pack', number: 1, slug: 'ice', text: '# Ice\n', media });
    if (answer.type !== 'packed') throw new Error(answer.type);
    const names = new TextDecoder('latin1').decode(answer.bytes);
    expect(names).toContain('ice.md');
    expect(names).toContain('media/ice/jar.png');
  });
});

describe('what the tab’s history holds', () => {
  const plan = {
    name: 'Light.docx',
    opened: {
      kind: 'opened',
      source: PLAN.source,
      tool: PLAN.tool,
      slug: PLAN.slug,
      findings: PLAN.findings,
      check: toCheck(PLAN),
    },
    media: [{ path: 'light/a.png', bytes: new Uint8Array([1, 2, 3]) }],
    answers: { choices: new Map([[3, 'board' as const]]), minutes: new Map([['Main', 30]]) },
  } as const;

  test('is read again as it was', () => {
    expect(parseOpened(structuredClone(serialiseOpened(plan)))).toEqual(plan);
  });

  test('leaves out pictures that are too many for it', () => {
    const media = [{ path: 'light/a.png', bytes: new Uint8Array(9_000_000) }];
    expect(parseOpened(serialiseOpened({ ...plan, media }))?.media).toEqual([]);
  });

  test.each([null, undefined, {}, { wholeclassOpened: { v: 2 } }, 'x', { wholeclassStart: {} }])(
    'is nothing where it is %j',
    (held) => expect(parseOpened(held)).toBeNull(),
  );
});

describe('the words of the page', () => {
  test('say where a part is, and what becomes of the whole', () => {
    expect(placeInWords({ goes: 'teacher', slide: 3 })).toBe(
      'Not shown. In your notes for slide 3',
    );
    expect(placeInWords({ goes: 'worksheet', slide: 2 })).toBe('Slide 2, and on the worksheet');
    expect(sumInWords(check())).toMatch(/^\d+ slides?, .*parts? only you will see$/);
  });

  test('report what was left out and changed, and no part twice', () => {
    const report = reportOf(PLAN.findings, check().parts);
    expect(report.inLesson).toBe(check().parts.length);
    expect(report.changed.filter(({ words }) => words.includes('details'))).toEqual([]);
  });
});

describe('the prompt for an assistant', () => {
  test('has an example that is read without a mistake, with its parts, question and worksheet', () => {
    const made = readLesson('ice', EXAMPLE_LESSON);
    expect(made.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(made.lesson.blocks.map(({ minutes }) => minutes)).toEqual([null, 5, 8, 7]);
    expect(notesOf(made.lesson)).toContain('show the jar');
    expect(boardOf(made.lesson).join()).not.toContain('Show the jar');
    const checked = checkOpened({ is: 'slides', text: EXAMPLE_LESSON, from: 'text' }, NONE, WHERE);
    expect(checked.findings.filter(({ weight }) => weight === 'fix')).toEqual([]);
    expect(checked.tasks).toBeGreaterThan(0);
  });

  test('is read the same where an assistant puts it into a block of code, with words around it', () => {
    const answer = `Here is your lesson:\n\n\`\`\`markdown\n${EXAMPLE_LESSON}\`\`\`\n\nShall I go on?`;
    const pasted = openPasted({ html: '', text: answer });
    if (pasted.kind !== 'opened') throw new Error(pasted.message);
    const lesson = readLesson('ice', pasted.text).lesson;
    expect(boardOf(lesson)).toEqual(boardOf(readLesson('ice', EXAMPLE_LESSON).lesson));
  });

  test('has the teacher’s wishes in it, and else says what is to be filled in', () => {
    const prompt = assistantPrompt({ topic: 'Why ice floats', stage: 'Year 8', minutes: '' });
    expect(prompt).toContain('Topic: Why ice floats\nFor: Year 8\nLength: [how many] minutes');
    expect(prompt).toContain(EXAMPLE_LESSON);
  });
});
