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

/** What a page of the tab's history holds of the start panel; null where that is something else. */
export function parseStart(state: unknown): TypedStart | null {
  if (typeof state !== 'object' || state === null) return null;
  const {
    [TYPED_START]: version,
    doing,
    pupils,
    tablets,
    bell,
    lead,
  } = state as Readonly<Record<string, unknown>>;
  if (
    version !== VERSION ||
    typeof pupils !== 'number' ||
    typeof bell !== 'string' ||
    typeof lead !== 'string'
  ) {
    return null;
  }
  if (
    !isOneOf(doing, ['teach', 'rehearse', 'preview']) ||
    !isOneOf(tablets, ['none', 'own', 'shared'])
  ) {
    return null;
  }
  return { doing, pupils, tablets, bell, lead };
}

function isOneOf<Name extends string>(value: unknown, names: readonly Name[]): value is Name {
  return names.some((name) => name === value);
}
