import type { Question } from '../../src/poll/question.ts';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase(), text: `Answer ${id}` }));
const common = { kind: 'choice', options, explanation: 'Because help is always there.' };

/** About a character in a story. */
export const pressure: Question = { ...common, id: 'pressure', tag: 'character', prompt: 'How much pressure is Sam under?' };
/** With a right answer. */
export const law: Question = { ...common, id: 'law', tag: 'knowledge', prompt: 'Who does the law protect?', right: 'b' };
/** Never shown, never counted by hand. */
export const sure: Question = { ...common, id: 'sure', kind: 'scale', tag: 'confidence', prompt: 'How sure are you?', explanation: '' };
