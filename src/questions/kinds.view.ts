import type { VNode } from 'preact';
import { ChoiceView } from './choice/choice.view.tsx';
import { ChoicesView } from './choices/choices.view.tsx';
import type { KindName } from './kinds.ts';
import { MythView } from './myth/myth.view.tsx';
import { OrderView } from './order/order.view.tsx';
import type { AskedQuestion, Picks } from '../poll/question.ts';
import type { AnswerProps } from './rows.view.tsx';
import { ScaleView } from './scale/scale.view.tsx';

type View = (props: AnswerProps) => VNode;

/** Kinds that are answered on a screen in a way of their own. */
const ways = new Map<string, View>([
  ['scale' satisfies KindName, ScaleView],
  ['myth' satisfies KindName, MythView],
]);

const usual: Readonly<Record<Picks, View>> = {
  one: ChoiceView,
  several: ChoicesView,
  order: OrderView,
};

/** A question to be answered, as its kind is; one of a kind without a way of its own, or that this page does not know, by what an answer picks. */
export function Answering({
  kind,
  picks,
  ...props
}: AnswerProps & Pick<AskedQuestion, 'kind' | 'picks'>): VNode {
  return (ways.get(kind) ?? usual[picks])(props);
}
