import { tableOf } from '../text/own.ts';
import { kindNames, kinds, type KindName } from '../questions/kinds.ts';
import { SHUFFLE } from '../questions/option-lines.ts';
import type { FormOf } from '../questions/question-kind.ts';
import type { Insert } from '../ui/insert.ts';
import type { Tag } from '../poll/question.ts';

/** A question as the form has it. What a kind does not ask for is left aside in its text. */
export type QuestionForm = {
  readonly kind: KindName;
  readonly prompt: string;
  readonly about: Tag;
  readonly answers: readonly { readonly text: string; readonly isRight: boolean }[];
  /** Asked in another order than they are written. */
  readonly isShuffled: boolean;
  /** Of a statement: true, or a myth. */
  readonly isFact: boolean;
  /** Shown with the result; may be empty. */
  readonly explanation: string;
};

/** The form of every kind of question, and what the kind is called. */
export const questionForms: Readonly<Record<KindName, FormOf & Pick<Insert, 'name'>>> = tableOf(
  kindNames,
  (kind) => ({ ...kinds[kind].form, name: kinds[kind].insert.name }),
);

/** True for a kind whose answers may be asked in another order than they are written. */
export function mayShuffle(kind: KindName): boolean {
  return kinds[kind].words.includes(SHUFFLE);
}

/** What a question may be about, in words for the teacher. */
export const aboutWords: Readonly<Record<Tag, string>> = {
  knowledge: 'What pupils know: it has right answers, and the class sees the result',
  character: 'The people in the story: the class sees the result',
  view: 'What pupils think: only you see the result, after the lesson',
  confidence: 'How sure pupils are: only you see the result, after the lesson',
};

/** A form with nothing in it. */
export const EMPTY_FORM: QuestionForm = {
  kind: 'choice',
  prompt: '',
  about: 'knowledge',
  answers: [
    { text: '', isRight: true },
    { text: '', isRight: false },
    { text: '', isRight: false },
  ],
  isShuffled: true,
  isFact: false,
  explanation: '',
};

/** What keeps a form from being a question, as a sentence for the teacher; null where nothing does. */
export function formProblem({
  kind,
  prompt,
  answers,
  explanation,
  isFact,
  about,
}: QuestionForm): string | null {
  const form = questionForms[kind];
  if (tidy(prompt) === '') return `Write the ${form.promptLabel.toLowerCase()}.`;
  const written = answers.filter(({ text }) => tidy(text) !== '');
  switch (form.answers) {
    case 'none':
      return !isFact && tidy(explanation) === '' ? 'Write what is true.' : null;
    case 'ends':
      return written.length < 2 ? 'Write words for both ends.' : null;
    case 'in order':
      return written.length < 2 ? 'Write at least two answers.' : null;
    case 'one right':
    case 'some right':
      if (written.length < 2) return 'Write at least two answers.';
      return about === 'knowledge' && !written.some(({ isRight }) => isRight)
        ? 'Say which answer is right.'
        : null;
  }
}

/** A form as the lesson's text has it; `id` is a name that no other question of the lesson has. */
export function questionText(form: QuestionForm, id: string): string {
  const { kind, prompt, about, isShuffled, isFact, explanation } = form;
  const { answers: shape, abouts } = questionForms[kind];
  const words = [
    id,
    ...(abouts.length > 1 ? [about] : []),
    ...(mayShuffle(kind) && isShuffled ? [SHUFFLE] : []),
    ...(shape === 'none' && isFact ? ['fact'] : []),
  ];
  const lines = [
    `::: ${kind} ${words.join(' ')}`,
    asWords(tidy(prompt)),
    '',
    ...answerLines(form),
    ...(tidy(explanation) === '' ? [] : ['', `> ${tidy(explanation)}`]),
    ':::',
  ];
  return `${lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

function answerLines({ kind, answers, about }: QuestionForm): readonly string[] {
  const written = answers
    .map(({ text, isRight }) => ({ text: asAnswer(text), isRight }))
    .filter(({ text }) => text !== '');
  switch (questionForms[kind].answers) {
    case 'none':
      return [];
    case 'ends':
      return [`1: ${written[0]?.text ?? ''}`, `5: ${written[1]?.text ?? ''}`];
    case 'in order':
      return written.map(({ text }, at) => `${at + 1}. ${text}`);
    case 'one right':
    case 'some right':
      return written.map(({ text, isRight }) =>
        about === 'knowledge' ? `- [${isRight ? 'x' : ' '}] ${text}` : `- ${text}`,
      );
  }
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

// What would begin something else at the start of a line is written as the words that it is.
function asWords(line: string): string {
  return line
    .replace(/^(?=[-*+>#`~:$<|=[%])/, '\\')
    .replace(/^(\d+)(?=[.):])/, '$1\\')
    .replace(/^((?:teacher )?notes|end calmly|land safely)(?=:)/i, '$1\\');
}

// An answer that begins with a box is none that is marked.
function asAnswer(words: string): string {
  return tidy(words).replace(/^(?=\[)/, '\\');
}
