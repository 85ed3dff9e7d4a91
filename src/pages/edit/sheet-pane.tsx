import { useEffect, useRef } from 'preact/hooks';
import layouts from '../../outputs/handouts/layouts.css?inline';
import paper from '../../outputs/handouts/paper.css?inline';
import sheet from '../../outputs/handouts/sheet.css?inline';

type SheetPaneProps = {
  /** The worksheet as HTML; null until it was read. */
  readonly markup: string | null;
  /** The slide of the cursor. */
  readonly at: string | null;
  /** Makes HTML of a lesson for this page. */
  readonly inPage: (markup: string) => string;
  /** Goes to a slide's words. */
  readonly goTo: (slide: string) => void;
};

/** What paper looks like on a screen of this page. */
const OWN = `
.sheet { box-sizing: border-box; width: auto; max-width: 100%; min-height: 0; margin: 0; padding: 8mm; }
.sheet [data-slide] { cursor: pointer; }
.sheet [data-at] { outline: 2px dashed #555; outline-offset: 2mm; }
`;

/** The worksheet as it is printed, in a shadow root, since paper has a look of its own; the task of the cursor's slide is marked, and a press on a task goes to its slide. */
export function SheetPane({ markup, at, inPage, goTo }: SheetPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null || markup === null) return;
    const shadow = shadowOf(host.current, [paper, sheet, layouts, OWN]);
    const template = document.createElement('template');
    template.innerHTML = inPage(markup);
    shadow.replaceChildren(...template.content.querySelectorAll('.sheet'));
  }, [markup, inPage]);
  useEffect(() => {
    const parts = host.current?.shadowRoot?.querySelectorAll<HTMLElement>('[data-slide]') ?? [];
    for (const part of parts) {
      const isHere = part.dataset['slide'] === at;
      part.toggleAttribute('data-at', isHere);
      if (isHere) part.scrollIntoView({ block: 'nearest' });
    }
  }, [markup, at]);
  useEffect(() => {
    const shown = host.current;
    const press = (event: MouseEvent) => {
      const [target] = event.composedPath();
      const task = target instanceof Element ? target.closest<HTMLElement>('[data-slide]') : null;
      if (task !== null) goTo(task.dataset['slide'] ?? '');
    };
    shown?.addEventListener('click', press);
    return () => shown?.removeEventListener('click', press);
  }, [goTo]);
  // It has nothing to press for the keyboard, and is scrolled by it all the same.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="pane pane--sheet" aria-label="Worksheet" tabIndex={0}>
      <div class="drawing" ref={host} />
      {markup === null && <p>Opening…</p>}
    </section>
  );
}

/** The shadow root of an element, with these styles of paper. */
export function shadowOf(host: HTMLElement, styles: readonly string[]): ShadowRoot {
  if (host.shadowRoot !== null) return host.shadowRoot;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = styles.map((css) => {
    const made = new CSSStyleSheet();
    // What a page says of its root, a shadow says of its host.
    made.replaceSync(css.replaceAll(/:root(?=\s*\{)/g, ':host'));
    return made;
  });
  return shadow;
}
