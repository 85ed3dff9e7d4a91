import { describe, expect, test } from 'vitest';
import { checkLesson } from '../../src/checks/checks.ts';
import type { Fix, Problem } from '../../src/document/problem.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';
import { needsApproval } from '../../src/subjects/pack.ts';

const play =
  'Lady Macbeth calls him a coward, and he carries out the murder in the night while the king is asleep. '.repeat(
    10,
  );
const asked =
  'Why did she give in? Whose fault is it? What should he have done? He was foolish. Most pupils blame her.';

function check(source: string): readonly Problem[] {
  return checkLesson(readLesson('a-lesson', source).lesson, source);
}

function codes(text: string, more = ''): readonly string[] {
  return check(`---\ntitle: A plan\n${more}stage: KS3\n---\n\n# A plan\n\n${text}\n`).map(
    ({ code }) => code,
  );
}

function answer(source: string, label: string): string {
  const [problem] = check(source).filter(({ code }) => code === 'which-subject');
  const fix = problem?.fixes?.find((one) => one.label === label);
  return fix === undefined ? '' : apply(source, fix);
}

function apply(source: string, { from, to, insert }: Fix): string {
  return source.slice(0, from) + insert + source.slice(to);
}

test('What blames a child in a lesson on staying safe is an ordinary question in one on a play', () => {
  expect(codes(`${play}\n\n${asked}`)).toEqual([]);
  expect(codes(asked)).toEqual([]);
});

test.each([
  'If something like this worries you, Childline listens.',
  'He asks her for a selfie.',
  '::: help\n:::',
  'Today: peer pressure',
  'Somebody sends round a private photo.',
  'Our topic is consent. What does a boyfriend or girlfriend owe you?',
])(
  'A lesson that names no subject is asked one question, and what hangs on its answer is said after it: %s',
  (words) => {
    const text = `---\ntitle: A plan\nstage: KS3\n---\n\n# A plan\n\n${play}\n\n${words}\n\n${asked}\n`;
    expect(check(text).map(({ code }) => code)).toEqual(['which-subject']);
    expect(needsApproval(readLesson('a-lesson', text).lesson.subject)).toBe(true);
    const answered = check(answer(text, 'This is safeguarding')).map(({ code }) => code);
    expect(answered).toEqual(expect.arrayContaining(['blaming-wording', 'missing-facts']));
    expect(check(answer(text, 'This is another subject'))).toEqual([]);
  },
);

test.each([
  'At a plate boundary two plates meet. Constructive boundaries make new crust.',
  'The gas is under pressure. What is the relationship between pressure and volume?',
  'Romeo’s relationship with Juliet puts pressure on both families.',
  'It is illegal to burn an aerosol. Have you ever seen a balloon burst?',
  'Parliament gave its consent in 1689.',
  'Nude studies by Michelangelo changed how painters drew the body.',
  'The sender of a message picks a key; the picture shows both.',
])('Words that other subjects share with it ask nothing: %s', (words) => {
  expect(codes(`${words}\n\n${asked}`)).toEqual([]);
});

test('A named subject is the answer, whatever a lesson says', () => {
  const words = 'The group chat fills with blackmail. Childline listens.';
  expect(codes(words, 'subject: english\n')).toEqual([]);
  expect(codes(words, 'subject: general, not safeguarding\n')).toEqual([]);
  expect(codes(words, 'subject: Bee keeping\n')).toEqual([]);
  expect(codes(words, 'subject: safeguarding\n')).not.toContain('which-subject');
  expect(codes(words, 'subject: safeguarding\n')).toContain('help-slide');
});

test.each(['Subject: PSHE', '**Subject:** PSHE', '| Subject | PSHE |', '- Subject: PSHE'])(
  'The press for another subject leaves a plan the one in its label: %s',
  (label) => {
    const plan = `# Online\n\n${label}\n\n## Starter (5 min)\n\nHand out the cards.\n\nSomebody sends round a private photo.\n`;
    const text = answer(plan, 'This is another subject');
    expect(text).toContain('subject: PSHE, not safeguarding\n');
    expect(readLesson('a-lesson', text).lesson.subject).toMatchObject({
      chip: 'PSHE',
      isAnswered: true,
    });
    expect(check(text).map(({ code }) => code)).not.toContain('which-subject');
    for (const name of ['Hives', 'Safeguarding']) {
      const other = answer(plan.replace('PSHE', name), 'This is another subject');
      expect(other).toContain('subject: general, not safeguarding\n');
    }
  },
);

test('A suppression is not called needless while the question is open', () => {
  const words = '<!-- allow blaming-wording: it is quoted -->\n\nHe asks her for a selfie.';
  expect(codes(words)).toEqual(['which-subject']);
  expect(codes(words, 'subject: safeguarding\n')).toContain('allow-unused');
});

test('A slip in its name opens no gate', () => {
  const found = codes('A calm day.', 'subject: safegarding\n');
  expect(found).toEqual(['which-subject']);
});

test.each([
  'Safeguarding children',
  'PSHE and safeguarding',
  'PSHE (safegarding)',
  '[safeguarding]',
  '\n  - safeguarding',
  '\n  name: safeguarding',
  'history\nsubject: safeguarding',
  'general\nsubject: safeguarding',
])(
  'A head that names it among other words, or in a way that is not read, opens no gate: %s',
  (name) => {
    const { subject } = readLesson(
      'a',
      `---\ntitle: T\nsubject: ${name}\n---\n\n# A calm day\n`,
    ).lesson;
    expect(subject).toMatchObject({ isAnswered: false, pack: { approval: 'each term' } });
  },
);

test('A field for it under another name opens no gate', () => {
  for (const field of ['Subject: safeguarding', 'subjct: safeguarding', 'subject = safeguarding']) {
    const source = `---\ntitle: T\n${field}\n---\n\n# A calm day\n`;
    expect(readLesson('a', source).lesson.subject.pack.approval).toBe('each term');
  }
});

test.each([
  'PHSE',
  'PSHE/RSHE',
  'Relationships',
  'online safety',
  'diogelu',
  'English, PSHE',
  'true',
])(
  'A subject that is not known is asked about pictures that are passed on, as PSHE is: %s',
  (name) => {
    expect(codes('Somebody sends nudes.', `subject: ${name}\n`)).toContain('which-subject');
    expect(codes('Somebody sends nudes.', `subject: ${name}, not safeguarding\n`)).not.toContain(
      'which-subject',
    );
    expect(codes('A river.', `subject: ${name}\n`)).not.toContain('which-subject');
  },
);

test('PSHE is asked only about pictures that are asked for or passed on', () => {
  expect(codes('Left out of the group chat.', 'subject: PSHE\n')).toEqual([]);
  expect(codes('Somebody sends nudes.', 'subject: PSHE\n')).toContain('which-subject');
  expect(codes('Somebody sends nudes.', 'subject: PSHE, not safeguarding\n')).toEqual([]);
});

test.each([
  ['with a head', '---\ntitle: T\nstage: KS3\n---\n\n# T\n\nNudes are passed on.\n'],
  ['without a head', '# T\n\nNudes are passed on.\n'],
  ['with a slip', '---\ntitle: T\nsubject: safegarding\n---\n\n# T\n\nWords.\n'],
  ['of PSHE', '---\nsubject: PSHE\ntitle: T\n---\n\n# T\n\nNudes are passed on.\n'],
  ['of two names', '---\ntitle: T\nsubject: PSHE, safeguarding\n---\n\n# T\n'],
  ['of a list', '---\ntitle: T\nsubject: [safeguarding, PSHE]\nstage: KS3\n---\n\n# T\n'],
  ['of a list of lines', '---\nsubject:\n  - safeguarding\n  - PSHE\ntitle: T\n---\n\n# T\n'],
  ['with a remark', '---\ntitle: T\nsubject: PSHE # ours\n---\n\n# T\n\nNudes.\n'],
  ['twice', '---\nsubject: art\ntitle: T\nsubject: safeguarding\n---\n\n# T\n'],
  ['with a byte order mark and CRLF', '\uFEFF---\r\ntitle: T\r\n---\r\n\r\n# T\r\n\r\nNudes.\r\n'],
  ['whose first slide has an edge', '---\n\n# T\n\nNudes are passed on.\n\n---\n\n# U\n'],
])('Each press is an edit of the text that answers it: %s', (_, source) => {
  const yes = answer(source, 'This is safeguarding');
  expect(readLesson('a-lesson', yes).lesson.subject).toMatchObject({
    name: 'safeguarding',
    isAnswered: true,
  });
  const no = answer(source, 'This is another subject');
  expect(readLesson('a-lesson', no).lesson.subject.pack.name).toBe('general');
  for (const text of [yes, no]) {
    expect(check(text).map(({ code }) => code)).not.toContain('which-subject');
    expect(readLesson('a-lesson', text).lesson.title).toBe(
      readLesson('a-lesson', source).lesson.title,
    );
  }
});

test('The error says what it saw, where, and what to write', () => {
  const [problem] = check('---\ntitle: T\n---\n\n# T\n\nTell a trusted adult.\n');
  expect(problem).toMatchObject({ code: 'which-subject', severity: 'error', line: 2 });
  expect(problem?.message).toBe(
    'Cannot tell whether this lesson is about safeguarding: it says “trusted adult” in line 7, and its head names no subject. It needs a line “subject: safeguarding” there, or “subject: general, not safeguarding” if it is about something else',
  );
});

describe('a lesson that was once a safeguarding lesson', () => {
  const heads = [
    'subject: safeguarding\n',
    '',
    'subject: art\n',
    'subject: PSHE, not safeguarding\n',
    'subject: [a, b]\n',
    'subject: general, not safeguarding\n',
  ];
  const sourceWith = (head: string) =>
    `---\ntitle: A plan\n${head}stage: KS3\n---\n\n# A plan\n\n${asked}\n`;
  const read = (source: string) => readLesson('a-lesson', source, { staysSafeguarding: true });

  test.for(heads)('has its checks and its approval whatever its head says: %j', (head) => {
    const source = sourceWith(head);
    const { lesson } = read(source);
    expect(lesson.subject).toMatchObject({ name: 'safeguarding', isAnswered: true });
    expect(needsApproval(lesson.subject)).toBe(true);
    const found = checkLesson(lesson, source).map(({ code }) => code);
    expect(found).toContain('blaming-wording');
    expect(found).not.toContain('which-subject');
    expect(found.includes('stays-safeguarding')).toBe(head !== heads[0]);
  });

  test.for(heads.slice(1))(
    'is asked about, with what would go, and mended in one press: %j',
    (head) => {
      const source = sourceWith(head);
      const [problem] = checkLesson(read(source).lesson, source).filter(
        ({ code }) => code === 'stays-safeguarding',
      );
      expect(problem?.message).toMatch(/checks .+ approval .+ help slide/);
      const [fix] = problem?.fixes ?? [];
      const mended = fix === undefined ? '' : apply(source, fix);
      expect(mended).toContain('\nsubject: safeguarding\n');
      const again = checkLesson(read(mended).lesson, mended).map(({ code }) => code);
      expect(again).not.toContain('stays-safeguarding');
    },
  );
});
