import type { LessonPictures } from './lesson-pictures.ts';
import { altWords } from './lesson-pictures.ts';
import { readPart, type Part } from './package-parts.ts';
import type { Inline } from './blocks.ts';
import { childAt, elementsIn, wordsIn, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** What stands in a drawing: a picture, words of a diagram, or what no slide can show. */
export type Drawn =
  | {
      readonly kind: 'picture';
      readonly inline: Inline & { readonly kind: 'picture' };
      readonly isCropped: boolean;
    }
  | { readonly kind: 'diagram'; readonly items: readonly string[] }
  | { readonly kind: 'left-out'; readonly what: string; readonly why: string };

/** What a drawing is read with: the file, the part it stands in, and the pictures of the lesson. */
export type Drawing = {
  readonly archive: Archive;
  readonly part: Part;
  readonly pictures: LessonPictures;
};

/** Reads a picture, `pic:pic` or `p:pic`; `properties` is where its alternative text stands. */
export function readPicture(
  element: XmlElement,
  properties: XmlElement | undefined,
  { archive, part, pictures }: Drawing,
): Drawn {
  const alt = isDecorative(properties) ? null : altWords(properties?.attributes.get('descr') ?? '');
  const what = !alt ? 'A picture' : `The picture “${alt.slice(0, 60)}”`;
  const blip = elementsIn(element, 'a:blip')[0];
  const relation = part.relations.get(blip?.attributes.get('r:embed') ?? '');
  if (relation === undefined || relation.isOutside) {
    return {
      kind: 'left-out',
      what,
      why: 'it is not in the file, but on a website or a drive: save it, and add it to its slide',
    };
  }
  const taken = pictures.takeFrom(archive, relation.target);
  if (taken.kind === 'left-out') return { kind: 'left-out', what, why: taken.why };
  return {
    kind: 'picture',
    inline: { kind: 'picture', path: taken.path, alt },
    isCropped: isCropped(element),
  };
}

// What was cut off in the file would be seen again: a twentieth of a side is no more than an edge. A place for a picture cuts both sides alike by itself.
function isCropped(element: XmlElement): boolean {
  const crop = elementsIn(element, 'a:srcRect')[0];
  const [left = 0, top = 0, right = 0, bottom = 0] = ['l', 't', 'r', 'b'].map((side) =>
    Number(crop?.attributes.get(side) ?? 0),
  );
  const isAlike = Math.abs(left - right) < 1000 && Math.abs(top - bottom) < 1000;
  if (isAlike && elementsIn(element, 'p:ph').length > 0) return false;
  return [left, top, right, bottom].some((side) => side > 5000);
}

function isDecorative(properties: XmlElement | undefined): boolean {
  return (
    properties !== undefined &&
    elementsIn(properties, 'adec:decorative').some(({ attributes }) =>
      /^(?:1|true)$/.test(attributes.get('val') ?? ''),
    )
  );
}

/** Reads what is no picture: a diagram's words, or a chart and the like, which are left out. */
export function readGraphic(data: XmlElement | undefined, { archive, part }: Drawing): Drawn {
  const uri = data?.attributes.get('uri') ?? '';
  if (uri.endsWith('/diagram') && data !== undefined) {
    const id = childAt(data, 'dgm:relIds')?.attributes.get('r:dm') ?? '';
    const relation = part.relations.get(id);
    const found =
      relation === undefined || relation.isOutside ? null : readPart(archive, relation.target);
    const items = found === null ? [] : diagramWords(found.root);
    if (items.length > 0) return { kind: 'diagram', items };
    return { kind: 'left-out', what: 'A diagram', why: 'it has no words: save it as a picture' };
  }
  if (uri.endsWith('/chart') || uri.includes('chartex')) {
    return {
      kind: 'left-out',
      what: 'A chart',
      why: 'save it as a picture, or write its numbers as a table',
    };
  }
  if (uri.endsWith('/ole')) {
    return { kind: 'left-out', what: 'Something of another program', why: 'save it as a picture' };
  }
  return { kind: 'left-out', what: 'A drawing', why: 'save it as a picture' };
}

function diagramWords(root: XmlElement): readonly string[] {
  return elementsIn(root, 'dgm:pt')
    .flatMap((point) => elementsIn(point, 'dgm:t'))
    .map((words) => elementsIn(words, 'a:t').map(wordsIn).join('').trim())
    .filter((words) => words !== '');
}
