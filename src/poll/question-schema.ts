import * as v from 'valibot';
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

const option = v.object({
  id: v.string(),
  label: v.string(),
  text: v.string(),
} satisfies Fields<Option>);

/** What pupils and board see of every question, whatever it is about. */
const seen = {
  id: v.string(),
  kind: v.string(),
  picks: v.picklist(['one', 'several', 'order']),
  prompt: v.string(),
  options: v.array(option),
} satisfies Fields<Omit<PrivateAsked, 'tag'>>;

const common = {
  ...seen,
  explanation: v.string(),
  paired: v.boolean(),
} satisfies Fields<Omit<PrivateQuestion, 'tag'>>;

/** A question with a shared tag as pupils and board may see it. */
export const sharedAsked = v.object({
  ...seen,
  tag: v.picklist(['knowledge', 'character']),
} satisfies Fields<SharedAsked>);

const privateAsked = v.object({
  ...seen,
  tag: v.picklist(['view', 'confidence']),
} satisfies Fields<PrivateAsked>);

/** A question as pupils and board may see it. */
export const asked: Schema<AskedQuestion> = v.variant('tag', [sharedAsked, privateAsked]);

const knowledge = v.object({
  ...common,
  tag: v.literal('knowledge'),
  right: v.array(v.string()),
} satisfies Fields<Extract<SharedQuestion, { readonly tag: 'knowledge' }>>);

const character = v.object({
  ...common,
  tag: v.literal('character'),
} satisfies Fields<Extract<SharedQuestion, { readonly tag: 'character' }>>);

const forTeacher = v.object({
  ...common,
  tag: v.picklist(['view', 'confidence']),
} satisfies Fields<PrivateQuestion>);

/** One that may be counted by hand and shown. */
export const sharedQuestion: Schema<SharedQuestion> = v.variant('tag', [knowledge, character]);

/** One that is never counted by hand and never shown. */
export const privateQuestion: Schema<PrivateQuestion> = forTeacher;

/** A question as a room stores it, right answers with it. */
export const question: Schema<Question> = v.variant('tag', [knowledge, character, forTeacher]);
