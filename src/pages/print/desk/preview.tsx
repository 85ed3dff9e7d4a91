import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import { layPages, PAGE_GAP, PAGE_WIDE } from './count-pages.view.ts';
import type { MadeSheet } from './sheets-here.view.ts';

type PreviewProps = {
  readonly title: string;
  readonly sheet: MadeSheet | null;
  readonly look: string;
  readonly back: string;
};

/** The pages of one sheet as they come out, one at a time. */
export function Preview({ title, sheet, look, back }: PreviewProps) {
  const [page, turn] = useState(0);
  const [pages, count] = useState(1);
  const flow = useRef<HTMLDivElement>(null);
  useEffect(() => turn(0), [sheet]);
  useEffect(() => {
    const place = flow.current;
    if (place === null) return;
    const lay = (): void => count(layPages(place, sheet));
    lay();
    void document.fonts.ready.then(lay);
  }, [sheet, look]);
  const at = Math.min(page, pages - 1);
  return (
    <section class="desk-preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1}>
        {title}
      </h2>
      {sheet === null && (
        <p class="desk-preview__none">
          This one is printed from its own page: press “Open”. A PDF has it in its place.
        </p>
      )}
      <div class="desk-paper" hidden={sheet === null}>
        <div class="desk-paper__page" inert>
          <div
            class="desk-paper__move"
            style={{ translate: `${-at * (PAGE_WIDE + PAGE_GAP)}mm 0` }}
          >
            <div class="paper desk-paper__flow" ref={flow} />
          </div>
        </div>
      </div>
      <p class="desk-preview__turn" hidden={sheet === null}>
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
      <a class="button desk-preview__back" href={`#${back}`}>
        Back to the list
      </a>
    </section>
  );
}
