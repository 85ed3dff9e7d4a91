import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../look/controls.view.tsx';
import { pageOf } from './page-rules.view.ts';
import type { MadeSheet } from './sheets-here.view.ts';

/** Millimetres of the paper. */
const [WIDE, HIGH] = [210, 297];
const GAP = 10;

type PreviewProps = {
  readonly title: string;
  readonly sheet: MadeSheet | null;
  readonly told: (pages: number) => void;
  readonly look: string;
  readonly back: string;
};

/** The pages of one sheet as they come out, one at a time. */
export function Preview({ title, sheet, told, look, back }: PreviewProps) {
  const [page, turn] = useState(0);
  const [pages, count] = useState(1);
  const flow = useRef<HTMLDivElement>(null);
  useEffect(() => turn(0), [sheet]);
  useEffect(() => {
    const place = flow.current;
    if (place === null) return;
    const lay = (): void => {
      const found = layPages(place, sheet);
      count(found);
      told(found);
    };
    lay();
    void document.fonts.ready.then(lay);
  }, [sheet, look, told]);
  const at = Math.min(page, pages - 1);
  return (
    <section class="desk-preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1}>
        {title}
      </h2>
      {sheet === null && <p class="desk-preview__none">This one is printed from its own page: press “Open”. A PDF has it in its place.</p>}
      <div class="desk-paper" hidden={sheet === null}>
        <div class="desk-paper__page" inert>
          <div class="desk-paper__move" style={{ translate: `${-at * (WIDE + GAP)}mm 0` }}>
            <div class="paper desk-paper__flow" ref={flow} />
          </div>
        </div>
      </div>
      <p class="desk-preview__turn" hidden={sheet === null}>
        <Button icon="back" disabled={at === 0} press={() => turn(at - 1)}>
          Page before
        </Button>
        <span role="status">
          Page {at + 1} of {pages}
        </span>
        <Button icon="next" disabled={at >= pages - 1} press={() => turn(at + 1)}>
          Next page
        </Button>
      </p>
      <a class="button desk-preview__back" href={`#${back}`}>
        Back to the list
      </a>
    </section>
  );
}

// What flows from page to page on paper flows from column to column here: each column is the part of a page within its margins.
function layPages(place: HTMLElement, sheet: MadeSheet | null): number {
  place.replaceChildren(...(sheet?.paper ?? []).map((one) => one.cloneNode(true)));
  const first = place.firstElementChild;
  if (first === null) return 1;
  const [top = 16, right = 18, bottom = 20, left = right] = sidesOf(pageOf(first).margin);
  const [width, height] = [WIDE - left - right, HIGH - top - bottom];
  Object.assign(place.style, {
    width: `${width}mm`,
    height: `${height}mm`,
    margin: `${top}mm 0 0 ${left}mm`,
    columnWidth: `${width}mm`,
    columnGap: `${left + right + GAP}mm`,
  });
  const column = place.clientWidth;
  return Math.max(1, Math.round((place.scrollWidth - column) / ((column / width) * (WIDE + GAP))) + 1);
}

function sidesOf(margin: string): readonly number[] {
  const all = [...margin.matchAll(/([\d.]+)mm/g)].map(([, size]) => Number(size));
  const [top = 16, right = top, bottom = top, left = right] = all;
  return [top, right, bottom, left];
}
