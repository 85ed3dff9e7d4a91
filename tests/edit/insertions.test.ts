import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdited } from '../../src/edit/reading.ts';
import { freshQuestionId, insertedAt, insertions, insertWords } from '../../src/edit/insertions.ts';
import {
  EMPTY_FORM,
  formProblem,
  questionForms,
  questionText,
  type QuestionForm,
} from '../../src/edit/question-text.ts';
import { kindNames } from '../../src/questions/kinds.ts';
import { readLesson } from '../../src/lesson/read-lesson.ts';

const HEAD =
  '---\ntitle: Ice\nsubject: physics\nstage: KS3\nminutes: 5\n---\n# Ice\n\n### A slide\n';

describe('an insertion', () => {
  test.for(insertWords)('/%s is read without a mistake', (word) => {
    const { text } = insertedAt(insertions[word].text('question-1'), { before: HEAD, after: '' });
    const { reading } = readEdited({ slug: 'ice', text: HEAD + text, beside: 'board' });
    expect(reading.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('goes in on lines of its own, with its first words selected', () => {
    const { text, from, to } = insertedAt(insertions.slide.text(''), {
      before: 'words',
      after: 'more\n',
    });
    expect(text).toBe('\n\n### Heading of the slide\n\n- A point\n- Another point\n\n');
    expect(text.slice(from, to)).toBe('Heading of the slide');
  });

  test('needs no blank lines at the start of a text, or where there are some', () => {
    expect(insertedAt('### ‹A›\n', { before: '', after: '' }).text).toBe('### A\n');
    expect(insertedAt('### ‹A›\n', { before: 'b\n\n', after: '\nc' }).text).toBe('### A\n');
  });

  test('of a question has a name that no question has', () => {
    expect(freshQuestionId('')).toBe('question-1');
    expect(freshQuestionId('::: choice question-1 view\n:::\n:::scale question-2\n')).toBe(
      'question-3',
    );
  });
});

describe('the form of a question', () => {
  const filled: QuestionForm = {
    ...EMPTY_FORM,
    prompt: 'Why does ice float?',
    answers: [
      { text: 'It is less dense', isRight: true },
      { text: 'It is cold', isRight: false },
      { text: '', isRight: false },
    ],
    explanation: 'The same mass takes up more space.',
  };
  const readBack = (form: QuestionForm) =>
    readLesson('ice', `${HEAD}\n- A point\n\n${questionText(form, 'question-1')}`);

  test.for(
    kindNames.flatMap((kind) => questionForms[kind].abouts.map((about) => [kind, about] as const)),
  )('writes a %s about %s that is read as it was filled in', ([kind, about]) => {
    const form = { ...filled, kind, about };
    expect(formProblem(form)).toBeNull();
    const { lesson, problems } = readBack(form);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [question] = lesson.questions;
    expect(question).toMatchObject({ kind, tag: about, prompt: filled.prompt });
    expect(question?.explanation).toBe(filled.explanation);
  });

  test('keeps which answer is right, and shuffles only where that is asked', () => {
    const { lesson } = readBack({ ...filled, isShuffled: false });
    expect(lesson.questions[0]?.options.map(({ text }) => text)).toEqual([
      'It is less dense',
      'It is cold',
    ]);
    expect(lesson.questions[0]).toMatchObject({ right: ['a'] });
    expect(questionText(filled, 'question-1')).toContain('question-1 knowledge shuffle\n');
  });

  test('says what is missing, one thing at a time', () => {
    expect(formProblem(EMPTY_FORM)).toBe('Write the question.');
    expect(formProblem({ ...EMPTY_FORM, prompt: 'Why?' })).toBe('Write at least two answers.');
    const none = filled.answers.map((answer) => ({ ...answer, isRight: false }));
    expect(formProblem({ ...filled, answers: none })).toBe('Say which answer is right.');
    expect(formProblem({ ...filled, answers: none, about: 'view' })).toBeNull();
    expect(formProblem({ ...filled, kind: 'myth', explanation: ' ' })).toBe('Write what is true.');
  });

  test('writes one question and nothing else, whatever is typed into it', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('::: help', '---', '# Title', '- [x] yes', '1. one', '> so', 'a\n:::\n# b'),
    );
    fc.assert(
      fc.property(words, words, words, fc.constantFrom(...kindNames), (prompt, one, two, kind) => {
        const answers = [
          { text: one, isRight: true },
          { text: two, isRight: false },
        ];
        const [about = 'view'] = questionForms[kind].abouts;
        const form = { ...filled, kind, about, prompt, answers };
        fc.pre(formProblem(form) === null);
        const { lesson } = readBack(form);
        expect(lesson.questions).toHaveLength(1);
        expect(lesson.questions[0]?.kind).toBe(kind);
        // The title, the slide above, and the question.
        expect(lesson.blocks.flatMap(({ slides }) => slides)).toHaveLength(3);
      }),
    );
  });
});
