import type { SourceLine } from '../../poll/question.ts';
import { pushText, warn, type Scan } from '../scan-state.ts';

/** Takes what Deckset is told on a line of its own, `[.build-lists: true]`. */
export function decksetRule(scan: Scan, { text, line }: SourceLine): boolean {
  const [, words] = /^\s*\[(\.[a-z][a-z-]*:[^[\]]{0,200})\]\s*$/i.exec(text) ?? [];
  if (words === undefined) return false;
  const isLater = words.startsWith('.build-lists');
  const instead = isLater
    ? 'all of the slide shows at once; put what comes later between “::: reveal” and “:::”'
    : 'every slide has the same look; nothing needs doing';
  warn(scan, { text, line }, { code: 'left-out', message: `“${words.slice(0, 60)}” is left out: ${instead}` });
  return pushText(scan, { text: '', line });
}

/** A heading without what Deckset writes before it, `[fit] Words`. */
export function withoutFit(heading: string): string {
  return heading.replace(/^\[fit\]\s*/i, '');
}

/** A line whose pictures are told where to stand, `![inline](a.svg)`, without that: it says nothing of what they show. */
export function decksetPictures(_: Scan, { text }: SourceLine): string {
  if (!text.includes('![')) return text;
  return text.replaceAll(/!\[(?:(?:inline|fit|original|left|right|filtered|fill|corner-radius\(\d+\)|\d{1,3}%)[ ,]*){1,6}\](?=\()/g, '![]');
}
