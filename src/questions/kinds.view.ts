import type { VNode } from 'preact';
import { ChoiceView } from './choice/choice.view.tsx';
import { ChoicesView } from './choices/choices.view.tsx';
import type { KindName } from './kinds.ts';
import { MythView } from './myth/myth.view.tsx';
import { OrderView } from './order/order.view.tsx';
import { own } from '../text/own.ts';
import type { AnswerProps } from './rows.view.tsx';
import { ScaleView } from './scale/scale.view.tsx';

/** How a pupil answers each kind of question on a screen. */
const views: Readonly<Record<KindName, (props: AnswerProps) => VNode>> = {
  choice: ChoiceView,
  choices: ChoicesView,
  scale: ScaleView,
  order: OrderView,
  myth: MythView,
};

/** A question to be answered, as its kind is; one of a kind this page does not know is answered as a choice. */
export function Answering({ kind, ...props }: AnswerProps & { readonly kind: string }): VNode {
  return (own(views, kind) ?? ChoiceView)(props);
}
