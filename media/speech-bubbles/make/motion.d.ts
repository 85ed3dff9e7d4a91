// The types of what the tests ask of motion.js.
import type { Card, Pose } from './stage.ts';
import type { Message, Phone, rows } from './story.ts';

/** How a thing with a start and moves stands at `t` seconds. */
export function poseAt(thing: Card, t: number): Pose;

type Rows = { readonly seen: number; readonly apart: number };

/** How many messages of its thread are seen at once, and how far apart they stand. */
export function rowsOf(film: { readonly phones: readonly Phone[]; readonly rows: typeof rows }, message: Pick<Message, 'thread'>): Rows;
