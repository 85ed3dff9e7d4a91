import * as v from 'valibot';
import { readAs } from '../../../text/schema.ts';
import type { Doing } from '../../../school/before-teaching.ts';
import { TYPED_START } from '../../../text/browser-keys.ts';
import type { Tablets } from './start-class.tsx';

/** What was typed and chosen on the start panel, for coming back to it from another page. */
export type TypedStart = {
  readonly doing: Doing;
  readonly pupils: number;
  readonly tablets: Tablets;
  /** As typed. */
  readonly bell: string;
  /** Who of the safeguarding team is in the building today. */
  readonly lead: string;
};

const VERSION = 1;

/** What was typed, as the tab's history holds it with this page. */
export function serialiseStart(typed: TypedStart): object {
  return { [TYPED_START]: VERSION, ...typed };
}

const typedStart = v.object({
  [TYPED_START]: v.literal(VERSION),
  doing: v.picklist(['teach', 'rehearse', 'preview']),
  pupils: v.number(),
  tablets: v.picklist(['none', 'own', 'shared']),
  bell: v.string(),
  lead: v.string(),
});

/** What a page of the tab's history holds of the start panel; null where that is something else. */
export function parseStart(state: unknown): TypedStart | null {
  const read = readAs(typedStart, state);
  if (read === null) return null;
  const { doing, pupils, tablets, bell, lead } = read;
  return { doing, pupils, tablets, bell, lead };
}
