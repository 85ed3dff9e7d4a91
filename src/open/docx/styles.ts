import { childAt, childrenOf, type XmlElement } from '../xml.ts';
import type { Part } from '../package-parts.ts';

/** What the style of a paragraph says of it, its own and what it is based on. */
export type Style = {
  /** The level of a heading, from 1; 0 for a document's title. */
  readonly heading: number | null;
  readonly list: { readonly id: string; readonly level: number } | null;
  readonly isHidden: boolean;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** True for a table of contents. */
  readonly isContents: boolean;
};

const PLAIN: Style = {
  heading: null,
  list: null,
  isHidden: false,
  bold: null,
  italic: null,
  isContents: false,
};

/** The styles of a document by their id. */
export type Styles = (id: string | undefined) => Style;

/** Reads `styles.xml`. A style is known by its name, which Word stores in English whatever language it speaks. */
export function readStyles(part: Part | null): Styles {
  const elements = new Map<string, XmlElement>();
  let normal: string | undefined;
  for (const style of childrenOf(part?.root, 'w:style')) {
    const id = style.attributes.get('w:styleId') ?? '';
    if (elements.size < MAX_STYLES) elements.set(id, style);
    if (isOn(style.attributes.get('w:default')) && style.attributes.get('w:type') === 'paragraph') {
      normal = id;
    }
  }
  const read = new Map<string, Style>();
  const styleOf = (id: string, above: number): Style => {
    const known = read.get(id);
    const element = elements.get(id);
    if (known !== undefined) return known;
    if (element === undefined || above > MAX_BASES) return PLAIN;
    const base = childAt(element, 'w:basedOn')?.attributes.get('w:val');
    const style = ownStyle(element, base === undefined ? PLAIN : styleOf(base, above + 1));
    read.set(id, style);
    return style;
  };
  return (id = normal) => (id === undefined ? PLAIN : styleOf(id, 0));
}

const [MAX_STYLES, MAX_BASES] = [5000, 20];

function ownStyle(element: XmlElement, base: Style): Style {
  const name = childAt(element, 'w:name')?.attributes.get('w:val') ?? '';
  const paragraph = childAt(element, 'w:pPr');
  const run = childAt(element, 'w:rPr');
  return {
    heading: headingOf(name, paragraph) ?? base.heading,
    list: listOf(paragraph) ?? base.list,
    isHidden: toggle(run, 'w:vanish') ?? base.isHidden,
    bold: toggle(run, 'w:b') ?? base.bold,
    italic: toggle(run, 'w:i') ?? base.italic,
    isContents: base.isContents || /^toc \d$|^toc heading$|^table of figures$/i.test(name),
  };
}

function headingOf(name: string, paragraph: XmlElement | undefined): number | null {
  const [, level] = /^heading ([1-9])$/i.exec(name) ?? [];
  if (level !== undefined) return Number(level);
  if (/^title$/i.test(name)) return 0;
  return outlineLevel(paragraph);
}

/** The level of a heading that a paragraph or style gives itself, from 1; null for words of the body. */
export function outlineLevel(properties: XmlElement | undefined): number | null {
  const value = childAt(properties, 'w:outlineLvl')?.attributes.get('w:val');
  const level = Number(value ?? 9);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}

/** The list a paragraph is in; an id of 0 takes it out of one. */
export function listOf(
  properties: XmlElement | undefined,
): { readonly id: string; readonly level: number } | null {
  const numbering = childAt(properties, 'w:numPr');
  const id = childAt(numbering, 'w:numId')?.attributes.get('w:val');
  if (id === undefined) return null;
  const level = Number(childAt(numbering, 'w:ilvl')?.attributes.get('w:val') ?? 0);
  return { id, level: Number.isInteger(level) ? Math.min(8, Math.max(0, level)) : 0 };
}

/** Whether a property is switched on, as `<w:b/>` and `<w:b w:val="1"/>` do, or off; null where nothing is said. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | null {
  const found = childAt(properties, name);
  return found === undefined ? null : isOn(found.attributes.get('w:val') ?? 'true');
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off|none)$/i.test(value);
}
