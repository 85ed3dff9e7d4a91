import type { Section } from './sections.ts';

/** The sections of a board, each with its markup as it was written, whatever was drawn in it since. */
export type Sections = {
  all(): readonly HTMLElement[];
  /** Puts in place what differs in other sections, and leaves all else alone; tells the slides that are new, and whether any came, went or moved. */
  renew(
    sections: readonly Section[],
    named: Renamed,
  ): { readonly changed: ReadonlySet<string>; readonly moved: boolean };
};

/** A slide that has another name now, or the same. */
export type Renamed = { readonly from: string; readonly to: string };

/** A section as it was written; of one that came with the page it is not known from which markup. */
type Written = { readonly markup: string | null; readonly look: string; readonly inside: string };

/** Takes hold of the sections in a box, before anything is drawn in them. */
export function holdSections(box: HTMLElement): Sections {
  let all: readonly HTMLElement[] = sectionsIn(box);
  let written = new Map(all.map((section) => [idOf(section), readSection(section, null)]));

  return {
    all: () => all,
    renew(sections, { from, to }) {
      const known = new Map(all.map((section) => [idOf(section), section]));
      const renamed = known.get(to) ?? known.get(from);
      if (renamed !== undefined) known.set(to, renamed);
      const noted = new Map<string, Written>();
      const changed = new Set<string>();
      const wanted = sections.map(({ slide, markup }) => {
        const [now, was] = [known.get(slide), written.get(slide)];
        const isAsWritten = now !== undefined && was?.markup === markup;
        const next = isAsWritten ? now : drawSection(markup);
        const is = isAsWritten ? was : readSection(next, markup);
        noted.set(slide, is);
        if (now !== undefined && was?.look === is.look && was.inside === is.inside) return now;
        changed.add(slide);
        if (now !== undefined) take(now, slide, is);
        return now ?? next;
      });
      const moved =
        wanted.length !== all.length || wanted.some((section, at) => section !== all[at]);
      if (moved) putInOrder(box, wanted);
      all = wanted;
      written = noted;
      return { changed, moved };
    },
  };
}

/** The `.slide` of a section, to draw in. */
export function slideIn(section: Element | undefined): HTMLElement | null {
  return section?.querySelector<HTMLElement>('.slide') ?? null;
}

function sectionsIn(parent: ParentNode): readonly HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>('section[data-slide]')];
}

function drawSection(markup: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return sectionsIn(template.content)[0] ?? document.createElement('section');
}

function take(section: HTMLElement, id: string, { look, inside }: Written): void {
  section.dataset['slide'] = id;
  const slide = slideIn(section);
  if (slide === null) return;
  slide.className = look;
  slide.innerHTML = inside;
}

// Only what is out of place is taken out and put in again.
function putInOrder(box: HTMLElement, wanted: readonly HTMLElement[]): void {
  for (const child of [...box.children]) {
    if (!wanted.some((section) => section === child)) child.remove();
  }
  let at = box.firstElementChild;
  for (const section of wanted) {
    if (section === at) at = at.nextElementSibling;
    else box.insertBefore(section, at);
  }
}

function idOf(section: HTMLElement): string {
  return section.dataset['slide'] ?? '';
}

function readSection(section: HTMLElement, markup: string | null): Written {
  const slide = slideIn(section);
  return { markup, look: slide?.className ?? '', inside: slide?.innerHTML ?? '' };
}
