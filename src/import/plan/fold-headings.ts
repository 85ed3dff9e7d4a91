import { readBlockHeading } from '../../document/block-heading.ts';
import { plainWords } from '../../document/plain-words.ts';
import type { Part } from '../../lesson/part.ts';

type Heading = Part & { readonly type: 'heading' };

/** Parts without slides that would show a heading alone, or nothing, where all below it is for the teacher: heading and words go into the notes of the slide before, which the class still sees meanwhile. A title stays, and so do the stages of a lesson and what asks the class something. */
export function foldHeadings(parts: readonly Part[]): readonly Part[] {
  const firstTitle = parts.findIndex(({ type }) => type === 'heading');
  const begins = parts.findIndex((part) => part.type !== 'text' || isShown(part));
  const folded = parts.flatMap((part, at): readonly Part[] => {
    if (part.type !== 'heading' || !part.splits || at <= Math.max(begins, firstTitle)) {
      return [part];
    }
    if (isTimed(part) || asks(part)) return [part];
    const isAlone = hasNotes(parts, at) && !showsBelow(parts, at) && !isStage(part);
    return isAlone || isOverParts(part, nextOf(parts, at)) ? headingAsNote(part) : [part];
  });
  return folded.filter(
    (part, at) =>
      part.type !== 'break' ||
      at <= begins ||
      part.soft === true ||
      (nextOf(folded, at)?.type !== 'break' && (!hasNotes(folded, at) || showsBelow(folded, at))),
  );
}

// What the parts of a lesson are called: there the class sees where it is.
const STAGE =
  /^(?:\d{1,2}[.)] *)?(?:(?:lesson|whole[- ]class|class|group|paired|guided|independent|direct|main|first|second|final|closing|opening) )*(?:starter|main|plenary|intro(?:duction)?|warm[- ]?up|cool[- ]?down|wrap[- ]?up|hook|teach(?:ing)?|input|instruction|practi[sc]e|activity|task|work|discussion|closure|close|exit ticket|do now|set|anticipatory set|engage(?:ment)?|explore|exploration|explain|explanation|elaborat(?:e|ion)|evaluat(?:e|ion)|review|recap|revisit|development|conclusion|reflection|debrief|homework|demonstration|(?:i|we|you) do)(?: \d{1,2})?(?:\s*[:–—-]\s.*)?$/i;

function isStage({ text }: Heading): boolean {
  return STAGE.test(plainWords(text).replace(/:$/, ''));
}

function isTimed({ text }: Heading): boolean {
  return typeof readBlockHeading(text) === 'object';
}

function asks({ text }: Heading): boolean {
  return /\?["”’)]*$/.test(plainWords(text));
}

function isShown(part: Part): boolean {
  return part.type === 'text' && part.to === 'body' && part.text.trim() !== '';
}

// “Main part” above the headings of what is done in it.
function isOverParts({ level }: Heading, next: Part | undefined): boolean {
  return next?.type === 'heading' && (next.level > level || isTimed(next));
}

function nextOf(parts: readonly Part[], at: number): Part | undefined {
  return firstBelow(parts, at, (part) => part.type !== 'text' || part.text.trim() !== '');
}

// Whether the class sees anything between a heading and what begins the next slide.
function showsBelow(parts: readonly Part[], at: number): boolean {
  const next = firstBelow(parts, at, (part) => {
    switch (part.type) {
      case 'text':
        return isShown(part);
      case 'hide':
      case 'audience':
        return false;
      case 'heading':
      case 'break':
      case 'open':
      case 'close':
        return true;
    }
  });
  return next !== undefined && next.type !== 'break' && !(next.type === 'heading' && next.splits);
}

// Whether there are words for the teacher before the next heading or rule.
function hasNotes(parts: readonly Part[], at: number): boolean {
  const next = firstBelow(
    parts,
    at,
    (part) => part.type !== 'text' || (part.to === 'notes' && part.text.trim() !== ''),
  );
  return next?.type === 'text';
}

// Each heading is looked at as far as the next, and no further.
function firstBelow(
  parts: readonly Part[],
  at: number,
  isWanted: (part: Part) => boolean,
): Part | undefined {
  for (let below = at + 1; below < parts.length; below += 1) {
    const part = parts[below];
    if (part !== undefined && isWanted(part)) return part;
  }
  return undefined;
}

/** A heading as words for the teacher, with the line that it stands on. */
export function headingAsNote({
  text,
  line,
}: Part & { readonly type: 'heading' }): readonly Part[] {
  const blank = { type: 'text', to: 'notes', text: '', line } as const;
  return [blank, { ...blank, text: `#### ${text}` }, blank];
}
