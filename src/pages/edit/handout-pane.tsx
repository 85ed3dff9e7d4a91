import { useEffect, useRef } from 'preact/hooks';
import contacts from '../../outputs/handouts/contact-list.css?inline';
import cut from '../../outputs/handouts/cut.css?inline';
import flow from '../../outputs/handouts/flow.css?inline';
import form from '../../outputs/handouts/form.css?inline';
import handout from '../../outputs/handouts/handout.css?inline';
import layouts from '../../outputs/handouts/layouts.css?inline';
import paper from '../../outputs/handouts/paper.css?inline';
import sheet from '../../outputs/handouts/sheet.css?inline';
import table from '../../outputs/handouts/table.css?inline';
import { shadowOf } from './sheet-pane.tsx';

type HandoutPaneProps = {
  /** What it is called. */
  readonly title: string;
  /** Its sheet as HTML; null where it could not be drawn. */
  readonly markup: string | null;
  /** Makes HTML of a lesson for this page. */
  readonly inPage: (markup: string) => string;
};

const OF_PAPER = [paper, sheet, layouts, handout, table, form, flow, contacts, cut];

/** How wide A4 is, in the pixels of CSS. */
const A4_WIDE = (210 / 25.4) * 96;

/** What a sheet is like on this page: as wide as paper, whatever room there is. */
const OWN = `
.sheet { box-sizing: border-box; width: ${A4_WIDE}px; min-height: 0; margin: 0; padding: 14mm 18mm; }
.sheet--cut { padding: 9mm 10mm; }
.new-page { margin: 8mm 0; border-top: 1px dashed #555; }
`;

/** A handout of the lesson as it is printed, as large as there is room for, in a shadow root, since paper has a look of its own. */
export function HandoutPane({ title, markup, inPage }: HandoutPaneProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null || markup === null) return;
    const shadow = shadowOf(host.current, [...OF_PAPER, OWN]);
    const template = document.createElement('template');
    template.innerHTML = inPage(markup);
    shadow.replaceChildren(...template.content.querySelectorAll('.sheet'));
  }, [markup, inPage]);
  useEffect(() => {
    const { current } = host;
    const pane = current?.parentElement;
    if (!current || !pane) return;
    const fit = new ResizeObserver(() => {
      const { paddingLeft, paddingRight } = getComputedStyle(pane);
      const room = pane.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      current.style.setProperty('zoom', String(Math.min(1, room / A4_WIDE)));
    });
    fit.observe(pane);
    return () => fit.disconnect();
  }, []);
  // It has nothing to press for the keyboard, and is scrolled by it all the same.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="pane pane--sheet" aria-label={`Handout: ${title}`} tabIndex={0}>
      <div class="drawing" ref={host} />
      {markup === null && (
        <p>This sheet could not be drawn. Check the connection, then change any word.</p>
      )}
    </section>
  );
}
