import { flag, list, object, oneOf, text, variant } from '../text/schema.ts';
import type { Fields, Schema } from '../text/schema.ts';
import type { Option, PrivateQuestion, Question, SharedQuestion } from './question.ts';

const option: Schema<Option> = object({ id: text, label: text, text });

/** What every question has, whatever it is about. */
const common: Fields<Omit<PrivateQuestion, 'tag'>> = {
  id: text,
  kind: text,
  picks: oneOf('one', 'several', 'order'),
  prompt: text,
  options: list(option),
  explanation: text,
  paired: flag,
};

const shared: Readonly<Record<SharedQuestion['tag'], Schema<SharedQuestion>>> = {
  knowledge: object<Extract<SharedQuestion, { readonly tag: 'knowledge' }>>({ ...common, tag: oneOf('knowledge'), right: list(text) }),
  character: object<Extract<SharedQuestion, { readonly tag: 'character' }>>({ ...common, tag: oneOf('character') }),
};

const forTeacher: Readonly<Record<PrivateQuestion['tag'], Schema<PrivateQuestion>>> = {
  view: object<PrivateQuestion>({ ...common, tag: oneOf('view') }),
  confidence: object<PrivateQuestion>({ ...common, tag: oneOf('confidence') }),
};

/** A question as a room stores it, right answers with it. */
export const question: Schema<Question> = variant<Question>('tag', { ...shared, ...forTeacher });

/** One that may be counted by hand and shown. */
export const sharedQuestion: Schema<SharedQuestion> = variant('tag', shared);
