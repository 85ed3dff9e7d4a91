import { isKind } from '../questions/kinds.ts';
import type { SourceLine } from '../document/source-line.ts';
import { currentAudience, warn, type Scan } from './scan-state.ts';

/** Leaves out the box before the words of a line, `- [x] Everyone`, where it stands in no question: the class is never shown which answer is ticked. `ticked` are the words of one that is. */
export function withoutBox(
  scan: Scan,
  { text, line }: SourceLine,
): { readonly text: string; readonly ticked: string | null } {
  if (
    !text.includes(']') ||
    currentAudience(scan) !== 'body' ||
    isKind(scan.fences.at(-1)?.word ?? '')
  ) {
    return { text, ticked: null };
  }
  const [, before = '', box, words] =
    /^(\s*(?:[-*+]|[a-z\d]{1,2}[.)])?[ \t]*)\[([ xX])\](?![(:[])[ \t]*(.*)$/.exec(text) ?? [];
  if (box === undefined || words === undefined || (before.trim() === '' && words === '')) {
    return { text, ticked: null };
  }
  if (box !== ' ') {
    const message =
      '“[x]” is in your notes, so that no answer is given away: a question starts with a line such as “::: choice my-question knowledge”';
    warn(scan, { text, line }, { code: 'answer-box', message });
  }
  return { text: before + words, ticked: box === ' ' ? null : words };
}

/** Words without any answer boxes in them. */
export function withoutAnswerBoxes(words: string): string {
  return words
    .replaceAll(/(?:^|\s)-?\[[ xX]?\](?!\()/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
