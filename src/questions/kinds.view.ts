import type { ComponentType } from 'preact';
import { ChoiceView } from './choice/choice.view.tsx';
import { ChoicesView } from './choices/choices.view.tsx';
import type { KindName } from './kinds.ts';
import { MythView } from './myth/myth.view.tsx';
import { OrderView } from './order/order.view.tsx';
import type { AnswerProps } from './rows.view.tsx';
import { ScaleView } from './scale/scale.view.tsx';

/** How a pupil answers each kind of question on a screen. */
const views: Readonly<Record<KindName, ComponentType<AnswerProps>>> = {
  choice: ChoiceView,
  choices: ChoicesView,
  scale: ScaleView,
  order: OrderView,
  myth: MythView,
};

/** The view of a kind; one this page does not know is answered as a choice. */
export function viewOf(kind: string): ComponentType<AnswerProps> {
  return Object.hasOwn(views, kind) ? views[kind as KindName] : ChoiceView;
}
