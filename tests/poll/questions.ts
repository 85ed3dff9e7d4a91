import type { PrivateQuestion, SharedQuestion } from '../../src/poll/question.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  label: id.toUpperCase(),
  text: `Answer ${id}`,
}));
const common = {
  kind: 'choice',
  picks: 'one',
  options,
  paired: false,
  explanation: 'Because help is always there.',
} as const;

/** About a character in a story. */
export const pressure: SharedQuestion = {
  ...common,
  id: 'pressure',
  tag: 'character',
  prompt: 'How much pressure is Sam under?',
};
/** With a right answer. */
export const law = {
  ...common,
  id: 'law',
  tag: 'knowledge',
  prompt: 'Who does the law protect?',
  right: ['b'],
} satisfies SharedQuestion;
/** Never shown, never counted by hand. */
export const sure: PrivateQuestion = {
  ...common,
  id: 'sure',
  kind: 'scale',
  tag: 'confidence',
  prompt: 'How sure are you?',
  explanation: '',
};
/** Of which several may be picked. */
export const signs: SharedQuestion = {
  ...common,
  id: 'signs',
  kind: 'choices',
  picks: 'several',
  tag: 'character',
  prompt: 'What is pressure here?',
};
/** Asked before and after. */
export const sureTwice: PrivateQuestion = { ...sure, id: 'sure-twice', paired: true };
