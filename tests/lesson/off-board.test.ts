import { describe, expect, it } from 'vitest';
import { toWords } from '../../src/document/to-text.ts';
import { slidesOf, type Slide } from '../../src/lesson/lesson.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const HEAD = '---\ntitle: Rivers\nsubject: general\nstage: KS3\nminutes: 50\n---\n# Rivers\n';

function read(body: string, head = HEAD) {
  const { lesson, problems } = readLesson(
    'rivers',
    `${head}\n### Q1\n\n${body}\n\n### Next\n\nOn we go.`,
  );
  const slides = slidesOf(lesson);
  const slide = slides.find(({ heading }) => heading === 'Q1');
  return {
    board: slides.map(boardOf).join('\n'),
    notes: slide === undefined ? '' : words(slide.notes),
    others: slides
      .filter((one) => one !== slide)
      .map((one) => words(one.notes))
      .join('\n'),
    held: problems.filter(({ code }) => code === 'off-the-board'),
  };
}

function boardOf(slide: Slide): string {
  return `${slide.heading}\n${words(slide.body)}`;
}

function words(document: Slide['body']): string {
  return toWords(document.children);
}

const ANSWER = 'zebra';

describe('the board is not shown', () => {
  const lines = [
    'Answer: zebra',
    'Answers: zebra, 3/4',
    'Correct answer: zebra',
    '**Correct Answer:** zebra',
    '✔ Correct answer: zebra',
    'Expected answer: zebra',
    'Possible answers: zebra',
    'Possible answers (teacher only): zebra',
    '- **Model answer**: zebra',
    'Suggested answer – zebra',
    'Likely answers: zebra',
    'Ans: zebra',
    'Ans. 2: zebra',
    'Answer 1: zebra',
    'Answer key: zebra',
    'Key: zebra',
    'Mark scheme: zebra (1)',
    'Solution: zebra',
    '> *Solution:* zebra',
    'The correct answer is zebra.',
    'Answer = zebra',
    'Teacher says: zebra',
    'Teacher input: zebra',
    'Script: zebra',
    'Teacher presents the zebra.',
    '[Teacher only] zebra',
    'For the teacher: zebra',
    'Misconceptions: zebra',
    'Common misconceptions to address: zebra',
    'Differentiation: zebra',
    'Allow 5 minutes, then take feedback: zebra.',
    'Take feedback from two pairs on the zebra.',
    'Answers:\n- zebra\n- lion',
    '**Answers**\n\n1. lion\n\n2. zebra',
    'Answer key:\n\n1. lion\n2. zebra',
    '**Answer Key**\n\nlion\n\nzebra',
    '#### Answers\n\nlion\n\nzebra',
    '**Answers (teacher only)**\n\n| Q | A |\n|---|---|\n| 1 | zebra |',
    '**Script**\n\nzebra',
    '- Answers:\n  - lion\n  - zebra',
    'Answer: lion\nbecause zebra',
    '| Question | Answer |\n|---|---|\n| What is it? | zebra |',
    'What is it? (Answer: zebra)',
    'What is it? **Answer:** zebra',
    'Q: What is it?\nA: zebra',
    '```\nprint(1)\n```\n\nAnswer: zebra',
  ];
  it.each(lines)('what gives it away or is the teacher’s: %j', (line) => {
    const { board, notes, others, held } = read(line);
    expect(board).not.toContain(ANSWER);
    expect(notes).toContain(ANSWER);
    expect(others).not.toContain(ANSWER);
    expect(held).toHaveLength(1);
  });

  it.each(lines)('in a text without a head: %j', (line) => {
    const { board } = read(line, '');
    expect(board).not.toContain(ANSWER);
  });

  it.each(lines)('unless its author says so: %j', (line) => {
    if (line.includes('\n\n') || line.includes('- zebra')) return;
    expect(read(`<!-- for the class -->\n${line}`).board).toContain(ANSWER);
  });

  it.each(['Answer key', 'Answers', 'Mark scheme', 'Quiz answers', 'Sorting (teacher only)'])(
    'a section called “%s”, which is in the notes of the slide before it',
    (name) => {
      const { board, notes, others } = read(`Sort.\n\n---\n\n### ${name}\n\n1. zebra\n\n2. lion`);
      expect(board).not.toMatch(/zebra|lion/);
      expect(board).not.toContain(name);
      expect(notes).toMatch(/zebra/);
      expect(others).not.toContain(ANSWER);
      expect(read(`<!-- for the class -->\n### ${name}\n\nzebra`).board).toContain(ANSWER);
    },
  );
});

describe('an option keeps its words and loses its mark', () => {
  it.each([
    ['a) lion\nb) zebra ✅\nc) cow', 'b) zebra ✅'],
    ['- lion\n- ✔ zebra\n- cow', '✔ zebra'],
    ['- lion\n- zebra (correct)\n- cow', 'zebra (correct)'],
    ['- lion\n- zebra **(correct answer)**\n- cow', 'zebra (correct answer)'],
    ['A. lion ❌\n\nB. zebra ✓\n\nC. cow ❌', 'B. zebra ✓'],
    ['- [ ] lion\n- [x] zebra\n- [ ] cow', 'Right: zebra'],
    ['1. It is a zebra (FACT)\n2. It is a lion (MYTH – copies may exist)', '(FACT)'],
    ['It is a zebra. **(True)**', '(True)'],
  ])('%j', (line, noted) => {
    const { board, notes, held } = read(line);
    expect(board).toContain(ANSWER);
    expect(board).not.toMatch(/[✅✔✓❌]|correct|FACT|MYTH|True|\[x\]|copies/);
    expect(notes.replaceAll('*', '')).toContain(noted);
    expect(held.length).toBeLessThan(3);
  });
});

describe('the board is shown', () => {
  it.each([
    'Answer in full sentences.',
    'Answer: ______',
    'Write your answer: in your book',
    'Answers on a slip, please.',
    'The key to the map',
    'Keywords: zebra',
    '- Solution: a mixture\n- Solvent: a liquid\n- Solute: a solid',
    '- ✅ Tell someone\n- ✅ Stay calm',
    '- ✅ Tell someone\n- ❌ Pay',
    'Swap, then take feedback from your partner.',
    '::: reveal\nWhat is it?\n\nAnswer: zebra\n:::',
    'This teacher says no.',
    '| Question | Answer |\n|---|---|\n| What is it? | |',
  ])('what is for the class: %j', (line) => {
    const { notes, held } = read(line);
    expect(notes).toBe('');
    expect(held).toEqual([]);
  });

  it('the questions that follow an answer', () => {
    const { board, notes } = read(
      'Q1. Lake?\na) A\nb) B\nAnswer: zebra\nQ2. River?\na) A\nb) B\nAnswer: lion',
    );
    expect(board).toContain('Q2. River?');
    expect(notes).toMatch(/zebra[^]*lion/);
    expect(board).not.toMatch(/zebra|lion/);
  });

  it('the options of a question of ours, ticks and all', () => {
    const { lesson, problems } = readLesson(
      'x',
      `${HEAD}\n::: choice lake knowledge\nWhich is a lake?\n- [x] Como\n- [ ] Po\n> Answer: Como\n:::\n\nAnswer: Como`,
    );
    expect(lesson.questions[0]?.options.map(({ text }) => text)).toEqual(['Como', 'Po']);
    expect(problems.map(({ code }) => code)).toContain('off-the-board');
    expect(slidesOf(lesson).at(-1)).toMatchObject({ kind: 'poll' });
  });
});
