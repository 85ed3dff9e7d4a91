import * as v from 'valibot';
import type { Fields } from '../../text/schema.ts';

/** A handout as it is written, by its file's name without `.md`. */
export type HandoutText = { readonly name: string; readonly text: string };

/** Where a site has the handouts of a lesson as they are written, for pages that make a lesson's sheets by themselves. */
export const HANDOUT_TEXTS = 'handouts.json';

/** How that file is read. */
export const handoutTextsSchema = v.array(
  v.object({ name: v.string(), text: v.string() } satisfies Fields<HandoutText>),
);
