import { readNotesLine, isNotesTitle } from '../document/notes-line.ts';
import type { Problem } from '../document/problem.ts';
import { INSTEAD, leftOut, type Importer } from './importer.ts';
import { HIDE, rewriteWith } from './parting.ts';
import type { Prose } from './walk.ts';

/**
 * What pandoc, Quarto and MakeCode write at headings.
 *
 *     ## Later {visibility="hidden"}
 *     ## Soil {#soil background-image="a.png"}
 *     ### ~ hint
 */
export const headings: Importer = {
  name: 'headings with attributes',
  recognises: ({ lines }) => lines.some(({ text }) => text.includes('#') && MARK.test(text)),
  rewrite: (text) =>
    rewriteWith(text, (problems) => ({ prose: (line) => rewritten(line, problems) })),
};

// A name in braces, `## What could {Sam} say to {Alex}`, is our own.
const MARK =
  /^ {0,3}#{1,6}[ \t]+(?:~|@[a-z]|.*(?:\{(?:[#.][^{}]*|-|[^{}]*=[^{}]*)\}|>)[ \t]*#*[ \t]*$)/;

function rewritten({ text, line }: Prose, problems: Problem[]): readonly string[] {
  if (!MARK.test(text)) return [text];
  const [, marks = '', rest = ''] = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(text) ?? [];
  const words = withoutAnchor(rest);
  const isNotes = isNotesTitle(words) || readNotesLine(words) !== undefined;
  if (!isNotes && /^(?:~|@[a-z])/.test(words)) {
    const instead = 'the words below it stay; nothing needs doing';
    if (/[a-z]/i.test(words)) problems.push(leftOut(line, words, instead));
    return [''];
  }
  if (marks.length > 3) return [text];
  const own = withoutAnchor(text);
  return isNotes ? [own] : [own, ...takeFields(text, line, problems)];
}

function takeFields(text: string, line: number, problems: Problem[]): readonly string[] {
  const [, fields = ''] = /\{([^{}]{0,300})\}\s*$/.exec(text.slice(-320)) ?? [];
  const isHidden = /\bvisibility=["']?hidden\b/.test(fields);
  if (isHidden) {
    const message =
      'This slide is not shown, as its heading says: delete “visibility="hidden"” to show it';
    problems.push({ ...leftOut(line, '', ''), code: 'hidden-slide', message });
  }
  if (/\bbackground-(?:image|video|iframe)=/.test(fields)) {
    const message = `“{${fields.slice(0, 60)}}” is left out: ${INSTEAD.picture}`;
    problems.push({ ...leftOut(line, '', ''), message });
  }
  return isHidden ? [HIDE] : [];
}

// A heading without what other tools write behind it: `{#anchor}`, `{.unnumbered}`, `{background-color="red"}`.
function withoutAnchor(heading: string): string {
  return heading.length > 2000
    ? heading
    : heading
        .replace(/[ \t]*\{(?:[#.][^{}]{0,300}|-|[^{}]{0,300}=[^{}]{0,300})\}[ \t]*$/, '')
        .replace(/[ \t]*<a (?:id|name)=[^<>]{0,100}>(?:<\/a>)?[ \t]*$/, '');
}
