import * as v from 'valibot';
import { readAs } from '../../../text/schema.ts';
import { todayTicks, type TodayTick } from '../../../school/before-teaching.ts';
import { TYPED_START } from '../../../text/browser-keys.ts';
import type { Tablets } from './start-class.tsx';

/** What a teacher ticks before the lesson: what it needs, and two that nothing waits for. */
export type OwnTick = TodayTick | 'sound' | 'paper';

const ticks: readonly OwnTick[] = [...todayTicks, 'sound', 'paper'];

/** What was typed, ticked and chosen on the start panel, for coming back to it from another page. */
export type TypedStart = {
  readonly pupils: number;
  readonly tablets: Tablets;
  /** As typed. */
  readonly bell: string;
  readonly screens: 'one' | 'two';
  /** Who of the safeguarding team is in the building today. */
  readonly lead: string;
  readonly ticked: readonly OwnTick[];
};

const VERSION = 2;

/** What was typed, as the tab's history holds it with this page. */
export function serialiseStart(typed: TypedStart): object {
  return { [TYPED_START]: VERSION, ...typed };
}

const typedStart = v.object({
  [TYPED_START]: v.literal(VERSION),
  pupils: v.number(),
  tablets: v.picklist(['none', 'own', 'shared']),
  bell: v.string(),
  screens: v.picklist(['one', 'two']),
  lead: v.string(),
  ticked: v.array(v.picklist(ticks)),
});

/** What a page of the tab's history holds of the start panel; null where that is something else. */
export function parseStart(state: unknown): TypedStart | null {
  const read = readAs(typedStart, state);
  if (read === null) return null;
  const { pupils, tablets, bell, screens, lead, ticked } = read;
  return { pupils, tablets, bell, screens, lead, ticked };
}
