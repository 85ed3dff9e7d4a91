/** The sections of a board, each with its markup as it was written, whatever was drawn in it since. */
export type Sections = {
  all(): readonly HTMLElement[];
  /** The inside of a slide as it was written. */
  written(slide: string): string;
  /** Puts in place what differs in other sections' markup, and leaves all else alone; tells the slides that are new, and whether any came, went or moved. */
  renew(
    markup: string,
    named: Renamed,
  ): { readonly changed: ReadonlySet<string>; readonly moved: boolean };
};

/** A slide that has another name now, or the same. */
export type Renamed = { readonly from: string; readonly to: string };

type Written = { readonly look: string; readonly inside: string };

/** Takes hold of the sections in a box, before anything is drawn in them. */
export function holdSections(box: HTMLElement): Sections {
  const sectionsIn = (parent: ParentNode) => [
    ...parent.querySelectorAll<HTMLElement>('section[data-slide]'),
  ];
  let all = sectionsIn(box);
  let written = new Map(all.map((section) => [idOf(section), readSection(section)]));

  function renewOne(
    next: HTMLElement,
    is: Written,
    now: HTMLElement | undefined,
  ): { readonly section: HTMLElement; readonly isNew: boolean } {
    if (now === undefined) return { section: next, isNew: true };
    const was = written.get(idOf(next));
    if (was?.look === is.look && was.inside === is.inside) return { section: now, isNew: false };
    now.dataset['slide'] = idOf(next);
    const slide = slideIn(now);
    if (slide !== null) {
      slide.className = is.look;
      slide.innerHTML = is.inside;
    }
    return { section: now, isNew: true };
  }

  return {
    all: () => all,
    written: (slide) => written.get(slide)?.inside ?? '',
    renew(markup, { from, to }) {
      const template = document.createElement('template');
      template.innerHTML = markup;
      const next = sectionsIn(template.content).map((section) => ({
        section,
        is: readSection(section),
      }));
      const noted = new Map(next.map(({ section, is }) => [idOf(section), is]));
      const known = new Map(all.map((section) => [idOf(section), section]));
      const renamed = known.get(to) ?? known.get(from);
      if (renamed !== undefined && noted.has(to)) known.set(to, renamed);
      const renewed = next.map(({ section, is }) =>
        renewOne(section, is, known.get(idOf(section))),
      );
      const wanted = renewed.map(({ section }) => section);
      const moved =
        wanted.length !== all.length || wanted.some((section, at) => section !== all[at]);
      if (moved) putInOrder(box, wanted);
      all = wanted;
      written = noted;
      return {
        changed: new Set(renewed.filter(({ isNew }) => isNew).map(({ section }) => idOf(section))),
        moved,
      };
    },
  };
}

/** The `.slide` of a section, to draw in. */
export function slideIn(section: Element | undefined): HTMLElement | null {
  return section?.querySelector<HTMLElement>('.slide') ?? null;
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

function readSection(section: HTMLElement): Written {
  const slide = slideIn(section);
  return { look: slide?.className ?? '', inside: slide?.innerHTML ?? '' };
}
