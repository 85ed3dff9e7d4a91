import { isBlankInline, plainInline, type Block, type Inline } from '../blocks.ts';
import { formulaTex } from '../formula.ts';
import type { Part } from '../package-parts.ts';
import { childAt, childrenOf, elementsIn, wordsIn, type XmlElement } from '../xml.ts';

/** How the paragraphs of a text begin where they say nothing themselves: with bullets, in an outline, or with nothing. */
export type Bullets = 'bullets' | 'none';

/** Reads the paragraphs of a shape, `p:txBody`: with their bullets, numbers and levels. */
export function bodyBlocks(
  body: XmlElement | undefined,
  { part, bullets }: { readonly part: Part; readonly bullets: (level: number) => Bullets },
): readonly Block[] {
  const counts: number[] = [];
  return childrenOf(body, 'a:p').flatMap((paragraph): readonly Block[] => {
    const words = paragraphWords(paragraph, part);
    if (isBlankInline(words)) return [];
    const properties = childAt(paragraph, 'a:pPr');
    const level = levelOf(properties);
    const own = ownMark(properties) ?? listMark(body, level) ?? bullets(level);
    counts.splice(level + 1);
    if (own === 'number') {
      const start = Number(childAt(properties, 'a:buAutoNum')?.attributes.get('startAt') ?? 1);
      counts[level] = (counts[level] ?? (start > 0 && start < 10_000 ? start : 1) - 1) + 1;
      return [{ kind: 'item', level, number: counts[level], words }];
    }
    counts.splice(level);
    return own === 'bullets'
      ? [{ kind: 'item', level, number: null, words }]
      : [{ kind: 'paragraph', words }];
  });
}

/** The words of a shape on one line, as a title has them. */
export function bodyWords(body: XmlElement | undefined, part: Part): readonly Inline[] {
  return childrenOf(body, 'a:p').flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [plainInline(' ')]),
    ...paragraphWords(paragraph, part),
  ]);
}

/** What the mark of a level is, as a list of styles says it: `a:lstStyle` of a shape, or of what it is made after. */
export function listMark(body: XmlElement | undefined, level: number): Bullets | null {
  const mark = ownMark(childAt(body, 'a:lstStyle', `a:lvl${level + 1}pPr`));
  return mark === 'number' ? 'bullets' : mark;
}

function levelOf(properties: XmlElement | undefined): number {
  const level = Number(properties?.attributes.get('lvl') ?? 0);
  return Number.isInteger(level) ? Math.min(8, Math.max(0, level)) : 0;
}

function ownMark(properties: XmlElement | undefined): Bullets | 'number' | null {
  if (childAt(properties, 'a:buNone') !== undefined) return 'none';
  if (childAt(properties, 'a:buAutoNum') !== undefined) return 'number';
  const isBullet = ['a:buChar', 'a:buBlip'].some((name) => childAt(properties, name) !== undefined);
  return isBullet ? 'bullets' : null;
}

function paragraphWords(paragraph: XmlElement, part: Part): readonly Inline[] {
  return childrenOf(paragraph).flatMap((element): readonly Inline[] => {
    switch (element.name) {
      case 'a:r':
        return runWords(element, part);
      case 'a:br':
        return [{ kind: 'break' }];
      case 'a:fld':
        // The number of the slide and the day are no words of it.
        return /^(?:slidenum|datetime)/.test(element.attributes.get('type') ?? '')
          ? []
          : runWords(element, part);
      case 'mc:AlternateContent':
      case 'a14:m': {
        const formulas = elementsIn(element, 'm:oMath');
        return formulas.map((formula) => ({ kind: 'formula', tex: formulaTex(formula) }));
      }
      default:
        return [];
    }
  });
}

function runWords(run: XmlElement, part: Part): readonly Inline[] {
  const properties = childAt(run, 'a:rPr');
  const on = (name: string) => /^(?:1|true)$/.test(properties?.attributes.get(name) ?? '');
  const baseline = Number(properties?.attributes.get('baseline') ?? 0);
  const words: Inline = {
    kind: 'words',
    text: childrenOf(run, 'a:t').map(wordsIn).join('').replaceAll('\v', ' '),
    bold: on('b'),
    italic: on('i'),
    raised: baseline > 0 ? 'sup' : baseline < 0 ? 'sub' : null,
  };
  const id = childAt(properties, 'a:hlinkClick')?.attributes.get('r:id') ?? '';
  const relation = part.relations.get(id);
  return relation?.isOutside === true
    ? [{ kind: 'link', address: relation.target, words: [words] }]
    : [words];
}
