import { readLines } from '../document/lines.ts';
import { namesSafeguarding } from '../subjects/names-safeguarding.ts';
import { closedLines, headStart, type HeadLines } from './head-lines.ts';
import { fieldNamed } from './head-names.ts';

/** A field of a head, by one name for each field, with its lines; no name for lines above the first. */
type HeadPart = { readonly name: string; readonly lines: readonly string[] };

const PLAN = 'plan';
const FIELD = /^([a-z][a-z ]*?) ?:/i;

/**
 * The lesson whose plan a text teaches, by the name of its file: `plan: fair-play` among fields with nothing below them. null
 * for any other text, a copy with its own slides among them.
 */
export function planOf(text: string): string | null {
  const head = headOf(text);
  if (head === null || head.rest.some((line) => line.text.trim() !== '')) return null;
  const [line = ''] = partsOf(head).find(({ name }) => name === PLAN)?.lines ?? [];
  return /^plan ?:\s*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?\s*$/i.exec(line)?.[1] ?? null;
}

/** A plan as a lesson of fields alone teaches it: with those fields in the place of the plan’s own. Only its subject stays where that is safeguarding: such a plan is approved, whichever lesson teaches it. */
export function withPlan(text: string, plan: string): string {
  const [own, theirs] = [headOf(text), headOf(plan)];
  if (own === null || theirs === null) return plan;
  const isSafeguarding = namesSafeguarding(plan);
  const fields = partsOf(own).filter(
    ({ name }) => name !== '' && name !== PLAN && !(isSafeguarding && name === 'subject'),
  );
  const inPlace = partsOf(theirs).map(
    (part) => fields.find(({ name }) => name === part.name) ?? part,
  );
  const added = fields.filter((field) => !inPlace.includes(field));
  return [
    '---',
    ...[...inPlace, ...added].flatMap(({ lines }) => lines),
    '---',
    ...theirs.rest.map((line) => line.text),
  ].join('\n');
}

function headOf(text: string): HeadLines | null {
  const lines = readLines(text);
  const start = headStart(lines);
  return start === null ? null : closedLines(lines, start);
}

function partsOf({ within }: HeadLines): readonly HeadPart[] {
  const parts: { name: string; lines: string[] }[] = [];
  for (const { text } of within) {
    const written = FIELD.exec(text)?.[1]?.toLowerCase();
    const last = parts.at(-1);
    if (written === undefined && last !== undefined) last.lines.push(text);
    else {
      // Two names of one field are one part.
      parts.push({ name: written === undefined ? '' : fieldNamed(written), lines: [text] });
    }
  }
  return parts;
}
