import type { SourceLine } from '../document/source-line.ts';
import { outsideCode } from '../document/code-blocks.ts';
import type { DraftBlock, DraftSlide } from './draft.ts';

const DEFINITION =
  /^ {0,3}\[(?!\^|\/\/)([^[\]]{1,100})\]:[ \t]*(?:<[^<>]{1,300}>|[^\s<]\S{0,299})(?:[ \t]+(?:"[^"]{0,200}"|'[^']{0,200}'|\([^()]{0,200}\)))?[ \t]*$/;

/** More addresses than these are not brought to one slide. */
const MAX_LINKS = 20;

/**
 * Brings each address to the slides that point to it, from any slide or the end of the lesson's `lines`: other tools read a lesson as one text.
 *
 *     See [the atlas][1].
 *
 *     [1]: https://example.org/atlas
 */
export function placeLinks(
  blocks: readonly DraftBlock[],
  lines: readonly SourceLine[],
): readonly DraftBlock[] {
  const known = new Map<string, SourceLine>();
  if (!lines.some(({ text }) => text.includes(']:'))) return blocks;
  const shown = blocks.flatMap(({ slides }) => slides.flatMap(({ body }) => outsideCode(body)));
  for (const line of [...shown, ...lastLinks(lines)]) {
    const name = nameOn(line);
    if (name !== undefined && !known.has(name)) known.set(name, line);
  }
  if (known.size === 0) return blocks;
  const isShown = blocks.some(({ slides }) => slides.some(isMoreThanLinks))
    ? isMoreThanLinks
    : () => true;
  return blocks.map((block) => ({
    ...block,
    slides: block.slides.filter(isShown).map((slide) => withLinks(slide, known)),
  }));
}

// What stands in notes is the teacher's; but at the end of all, addresses are the whole lesson's.
function lastLinks(lines: readonly SourceLine[]): readonly SourceLine[] {
  const last = lines.findLastIndex((line) => line.text.trim() !== '' && nameOn(line) === undefined);
  return lines.slice(last + 1);
}

function nameOn({ text }: SourceLine): string | undefined {
  const [, name] = text.includes(']:') ? (DEFINITION.exec(text) ?? []) : [];
  return name === undefined ? undefined : plain(name);
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

// The addresses at the end of a deck are no slide of their own.
function isMoreThanLinks({ show, heading, body, notes }: DraftSlide): boolean {
  if (show.kind !== 'text' || heading !== '' || [...notes].some(({ text }) => text.trim() !== '')) {
    return true;
  }
  const written = body.filter(({ text }) => text.trim() !== '');
  return written.length === 0 || !written.every((line) => nameOn(line) !== undefined);
}

function withLinks(slide: DraftSlide, known: ReadonlyMap<string, SourceLine>): DraftSlide {
  const heading = slide.heading.replaceAll(
    /\[([^[\]]{1,200})\]\[([^[\]]{0,100})\]/g,
    (whole, words: string, name: string) =>
      known.has(plain(name === '' ? words : name)) ? words : whole,
  );
  const own = new Set(slide.body.flatMap((line) => nameOn(line) ?? []));
  const wanted = new Set<string>();
  for (const { text } of outsideCode(slide.body)) {
    if (text.includes('[')) {
      for (const [, name = ''] of text.matchAll(/\[([^[\]]{1,100})\]/g)) wanted.add(plain(name));
    }
  }
  const come = [...wanted]
    .flatMap((name) => (own.has(name) ? [] : (known.get(name) ?? [])))
    .slice(0, MAX_LINKS);
  if (come.length === 0 && heading === slide.heading) return slide;
  const added = come.flatMap((line) => [{ text: '', line: line.line }, line]);
  return { ...slide, heading, body: [...slide.body, ...added] };
}
