import { flag, list, object, oneOf, text, variant } from '../text/schema.ts';
import type { Fields, Schema } from '../text/schema.ts';
import type {
  AskedQuestion,
  Option,
  PrivateAsked,
  PrivateQuestion,
  Question,
  SharedAsked,
  SharedQuestion,
} from './question.ts';

const option: Schema<Option> = object({ id: text, label: text, text });

/** What pupils and board see of every question, whatever it is about. */
const seen: Fields<Omit<PrivateAsked, 'tag'>> = {
  id: text,
  kind: text,
  picks: oneOf('one', 'several', 'order'),
  prompt: text,
  options: list(option),
};
const common: Fields<Omit<PrivateQuestion, 'tag'>> = { ...seen, explanation: text, paired: flag };

const sharedAsked = object<SharedAsked>({ ...seen, tag: oneOf('knowledge', 'character') });
const privateAsked = object<PrivateAsked>({ ...seen, tag: oneOf('view', 'confidence') });

/** A question as pupils and board may see it. */
export const asked: Schema<AskedQuestion> = variant<AskedQuestion>('tag', {
  knowledge: sharedAsked,
  character: sharedAsked,
  view: privateAsked,
  confidence: privateAsked,
});

const shared: Readonly<Record<SharedQuestion['tag'], Schema<SharedQuestion>>> = {
  knowledge: object<Extract<SharedQuestion, { readonly tag: 'knowledge' }>>({
    ...common,
    tag: oneOf('knowledge'),
    right: list(text),
  }),
  character: object<Extract<SharedQuestion, { readonly tag: 'character' }>>({
    ...common,
    tag: oneOf('character'),
  }),
};

const forTeacher: Readonly<Record<PrivateQuestion['tag'], Schema<PrivateQuestion>>> = {
  view: object<PrivateQuestion>({ ...common, tag: oneOf('view') }),
  confidence: object<PrivateQuestion>({ ...common, tag: oneOf('confidence') }),
};

/** A question as a room stores it, right answers with it. */
export const question: Schema<Question> = variant<Question>('tag', { ...shared, ...forTeacher });

/** One that may be counted by hand and shown. */
export const sharedQuestion: Schema<SharedQuestion> = variant('tag', shared);
