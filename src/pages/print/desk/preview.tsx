import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperStyle } from '../../../outputs/handouts/paper-look.ts';
import { paperSizes, type SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import { typeCount, wantedOf } from './choice.ts';
import { layouts, NumberInput, type Choosing } from './controls.tsx';
import { layPages, PAGE_GAP } from './count-pages.view.ts';
import { SheetLinks } from './sheet-links.tsx';
import type { MadeSheet } from './sheets-here.view.ts';

type PreviewProps = Choosing & {
  readonly sheet: SheetEntry;
  /** Its pages; null where another page of the site is the sheet. */
  readonly made: MadeSheet | null;
};

/** The pages of one sheet as they come out, one at a time, in each of its layouts. */
export function Preview({ sheet, made, ...choosing }: PreviewProps) {
  const [asked, choose] = useState<PaperStyle>('standard');
  const [page, turn] = useState(0);
  const [pages, count] = useState(1);
  const flow = useRef<HTMLDivElement>(null);
  const style = sheet.styles.includes(asked) ? asked : (sheet.styles[0] ?? 'standard');
  const { font } = choosing.choice;
  useEffect(() => turn(0), [made]);
  useEffect(() => {
    const place = flow.current;
    if (place === null) return;
    const lay = (): void => count(layPages(place, made));
    lay();
    void document.fonts.ready.then(lay);
  }, [made, style, font]);
  const at = Math.min(page, pages - 1);
  return (
    <section class="desk-preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1}>
        {wording(sheet.title)}
      </h2>
      {sheet.styles.length > 1 && <LayoutChoice {...{ sheet, style, choose }} />}
      {made === null && (
        <p class="desk-preview__none">
          This one is printed from its own page: press “Open”. A PDF has it in its place.
        </p>
      )}
      <div class="desk-paper paper-look" data-style={style} hidden={made === null}>
        <div class="desk-paper__page" data-paper={sheet.paper} inert>
          <div
            class="desk-paper__move"
            style={{ translate: `${-at * (paperSizes[sheet.paper].wide + PAGE_GAP)}mm 0` }}
          >
            <div class="paper desk-paper__flow" ref={flow} />
          </div>
        </div>
      </div>
      <p class="desk-preview__turn" hidden={made === null}>
        <Button icon="back" disabled={at === 0} onPress={() => turn(at - 1)}>
          Previous page
        </Button>
        <span role="status">
          Page {at + 1} of {pages}
        </span>
        <Button icon="next" disabled={at >= pages - 1} onPress={() => turn(at + 1)}>
          Next page
        </Button>
      </p>
      {style !== 'standard' && <OwnCount {...choosing} sheet={sheet} style={style} />}
      <a class="button desk-preview__back" href={`#take-${sheet.id}`}>
        Back to the list
      </a>
    </section>
  );
}

type LayoutProps = {
  readonly sheet: SheetEntry;
  readonly style: PaperStyle;
  readonly choose: (style: PaperStyle) => void;
};

function LayoutChoice({ sheet, style, choose }: LayoutProps) {
  return (
    <fieldset class="pick desk-styles">
      <legend class="unseen">Layout</legend>
      {sheet.styles.map((one) => (
        <label class="button" key={one}>
          <input
            type="radio"
            name="preview-layout"
            checked={one === style}
            onChange={() => choose(one)}
          />
          {layouts[one][0]}
        </label>
      ))}
    </fieldset>
  );
}

// A layout that no pupil reads: for a colleague, or for one sheet alone.
function OwnCount({ data, choice, change, sheet, style }: Choosing & Omit<LayoutProps, 'choose'>) {
  const id = `also-${style}`;
  return (
    <p class="desk-preview__own">
      <label htmlFor={id}>How many with this layout</label>
      <NumberInput
        id={id}
        value={wantedOf(sheet, choice)[style] ?? 0}
        min={0}
        change={(count) => change(typeCount(choice, { id: sheet.id, style }, count))}
      />
      <SheetLinks {...{ data, choice, sheet, style }} />
    </p>
  );
}
