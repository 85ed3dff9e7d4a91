import { fenceEndOf } from '../document/fence-end.ts';
import type { Problem } from '../document/problem.ts';
import type { SourceLine } from '../document/source-line.ts';
import { warningOf, type Foreign, type Importer } from './importer.ts';
import { pandoc } from './pandoc.ts';
import { isDashes, rewriteWith } from './parting.ts';
import type { Prose, Rewriter } from './walk.ts';

/**
 * Fences of Quarto, pandoc, The Carpentries, Docusaurus and HackMD: notes are notes, and of others the words stay.
 *
 *     ::: {.notes}
 *     ::: callout-tip
 *     ::: column.grow
 */
export const foreignFences: Importer = {
  name: 'other tools’ fences',
  recognises: ({ lines, isFence }) =>
    lines.some(({ text }) => text.includes(':::') && !isOurs(text, isFence)),
  rewrite: (text) => rewriteWith(text, (problems) => rewriterOf(text, problems)),
};

type Fence = {
  readonly word: string;
  readonly isLeftOut: boolean;
  readonly isInner: boolean;
  /** Where notes end, which hold headings and rules too. */
  readonly until: number;
};

function rewriterOf(foreign: Foreign, problems: Problem[]): Rewriter {
  const { lines, isFence } = foreign;
  const open: Fence[] = [];
  // In pandoc’s decks any word makes a box.
  const isBoxed = pandoc.recognises(foreign);
  const prose = (line: Prose): readonly string[] => {
    const { text, at, around } = line;
    const [, indent = '', rest] = text.includes(':::')
      ? (/^([ \t]{0,24}):::+(.*)$/.exec(text) ?? [])
      : [];
    if (rest === undefined) {
      if (isSlideStart(text) && at >= (open.at(-1)?.until ?? 0)) endFences(open);
      return [text];
    }
    const isInner = indent.length > 3 || indent.includes('\t');
    if (/^[:\s]*$/.test(rest)) {
      if (isInner && open.at(-1)?.isInner !== true) return [text];
      const ended = open.pop();
      const isOver = ended === undefined ? isBoxed && around.fences === 0 : ended.isLeftOut;
      return isOver ? gone(lines[at + 1]) : [text];
    }
    const written = rest.replace(/:+\s*$/, '').trim();
    const isNotes = isNotesFence(written);
    const word = (isNotes ? 'notes' : nameOf(written)).split(/\s+/)[0]?.toLowerCase() ?? '';
    const isLeftOut =
      STYLED.test(text) || (!isFence(word) && (isBoxed || isForeignFence(word, text)));
    if (isInner && !(around.above.inList && (isNotes || isLeftOut))) return [text];
    const until = word === 'notes' ? (fenceEndOf(lines, at) ?? 0) : 0;
    open.push({ word, isLeftOut, isInner, until });
    if (isLeftOut) {
      const todo = word === 'worksheet' ? TO_PRINT : 'nothing needs doing';
      const message = `“::: ${word.slice(0, 40)}” is left out: its words stay; ${todo}`;
      problems.push(warningOf(line, { code: 'left-out', message }));
      return gone(lines[at + 1]);
    }
    if (/^\s*:::+\s*note\b/i.test(text)) problems.push(noteOrSentence(line));
    if (isNotes) return [`${indent}::: notes`];
    return [written.startsWith('{') && isFence(word) ? `${indent}::: ${word}` : text];
  };
  return { prose };
}

// Other tools have a part of a slide so called; a teacher of ours may mean paper.
const TO_PRINT = 'to print them instead, write “:::: handout” and below it “title: …”';

// A fence that is ours already, or its end.
function isOurs(text: string, isFence: Foreign['isFence']): boolean {
  const [, words = ''] = /^[ \t]*:::+[ \t]*(.*)$/.exec(text) ?? [];
  const [word = ''] = words.toLowerCase().split(/[\s:]/);
  return word === '' || (isFence(word) && (word === 'notes' ? words.trim() === word : true));
}

// A line that goes altogether, so that what is above it and below it may be one paragraph; never one with its line `---`.
function gone(below: SourceLine | undefined): readonly string[] {
  return isDashes(below?.text ?? '') || /^ {0,3}=+\s*$/.test(below?.text ?? '') ? [''] : [];
}

function isSlideStart(text: string): boolean {
  return isDashes(text) || /^ {0,3}#{1,3}[ \t]/.test(text);
}

// What starts a slide ends what was open on the one above, but not the film.
function endFences(open: Fence[]): void {
  const first = open.findIndex(({ word, isLeftOut }) => !isLeftOut && word !== 'film');
  if (first >= 0) open.splice(first);
}

function noteOrSentence(line: SourceLine): Problem {
  const message =
    '“::: note” and what is in it is kept for the teacher: leave “::: note” and its “:::” out if the class is to read it';
  return warningOf(line, { code: 'note-or-sentence', message });
}

// Quarto and pandoc write `::: {.columns}`, Mathigon `::: column.grow`.
function nameOf(written: string): string {
  const rest = written.replace(/^([a-z][\w-]*)[.(][\w.()=%-]*$/i, '$1');
  return /^(?:\{[ ]?)?\.([a-z][\w-]*)(?:[^{}]*\})?$/i.exec(rest)?.[1] ?? rest;
}

// A word with a class or a measure behind it.
const STYLED = /^\s*:::+\s*[a-z][\w-]*(?:\.[a-z]|\()/i;

// Fences that Quarto, pandoc, The Carpentries, Docusaurus and HackMD have, and whose words alone matter here.
const FOREIGN =
  /^(?:callout.*|panel-.*|tabset|incremental|nonincremental|fragment|r-.*|absolute|challenge|prereq|objectives|questions|keypoints|discussion|checklist|testimonial|tab|group-tab|info|success|warning|danger|tip|caution|important|aside|footer|smaller|center|left|right|column|block|alert.*|example.*|exercise|definition|theorem|proof|quote|figure|layout.*|card|grid|div|section|margin|content-.*|when-.*|output.*|cell.*|quarto.*|scrollable|small|large|box|highlight|task|activity|worksheet)$/i;

// A fence of another tool, by its word or by its braces, `::: {.callout-tip}`.
function isForeignFence(word: string, text: string): boolean {
  return FOREIGN.test(word) || /^\s*:::+\s*[{.]/.test(text);
}

const NOTES =
  /^\{?[ .#]*(?:(?:speaker|teacher|teaching(?=[ -]notes?)|presenter|instructor|facilitator|tutor|trainer|staff)s?(?:[ -]?notes?)?|notes?)\b/i;
const KEPT = /^\{?[ .#]*(?:solutions?|answers?|answer-key|hints?|spoiler|hidden|content-hidden)\b/i;

// A fence whose words are for the teacher, `::: {.notes}`, `::: instructor`, and one that keeps an answer back.
function isNotesFence(rest: string): boolean {
  return NOTES.test(rest) || KEPT.test(rest);
}
