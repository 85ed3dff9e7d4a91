import { isKind } from '../questions/kinds.ts';
import type { SourceLine } from '../document/source-line.ts';
import { currentAudience, warn, type Scan } from './scan-state.ts';

/** Leaves out the box before the words of a line, `- [x] Everyone`, where it stands in no question: the class is never shown which answer is ticked. */
export function withoutBox(scan: Scan, { text, line }: SourceLine): string {
  if (
    !text.includes(']') ||
    currentAudience(scan) !== 'body' ||
    isKind(scan.fences.at(-1)?.word ?? '')
  ) {
    return text;
  }
  const [, before = '', box, words] =
    /^(\s*(?:[-*+]|[a-z\d]{1,2}[.)])?[ \t]*)\[([ xX])\](?![(:[])[ \t]*(.*)$/.exec(text) ?? [];
  if (box === undefined || words === undefined || (before.trim() === '' && words === '')) {
    return text;
  }
  if (box !== ' ') {
    const message =
      '“[x]” is left out, so that no answer is given away: a question starts with a line such as “::: choice my-question knowledge”';
    warn(scan, { text, line }, { code: 'answer-box', message });
  }
  return before + words;
}

/** Words without any answer boxes in them. */
export function withoutAnswerBoxes(words: string): string {
  return words
    .replaceAll(/(?:^|\s)-?\[[ xX]?\](?!\()/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
