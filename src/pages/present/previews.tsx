import { coverPreviewHtml, previewHtml } from '../../deck/sections.ts';
import { boardStateOf } from './desk.ts';
import { neighbourOf, placeOf, slideOf } from './moves.ts';
import type { Presenter } from './presenter.view.ts';

type PreviewProps = { readonly presenter: Presenter };

/** What the class sees now. */
export function OnBoard({ presenter: { deck, store } }: PreviewProps) {
  const { slide: id, cover, room } = boardStateOf(store.desk());
  const slide = slideOf(deck, id);
  const { n, of } = placeOf(deck, id);
  const html = cover === 'none' ? slide && previewHtml(slide, room) : coverPreviewHtml(cover);
  const title = { none: 'On the board', pause: 'On the board: paused', help: 'On the board: the help slide' }[cover];
  return (
    <section class="now" aria-label="On the board">
      <p class="panel-title">
        <span>{title}</span>
        <span>
          {n} of {of}
        </span>
      </p>
      <Frame html={html ?? ''} />
    </section>
  );
}

/** What comes after it. */
export function NextPreview({ presenter: { deck, store } }: PreviewProps) {
  const { slide: id } = store.desk();
  const next = neighbourOf(deck, id, 'next');
  const slide = next === id ? undefined : slideOf(deck, next);
  return (
    <section class="next" aria-label="Next">
      <p class="panel-title">
        <span>{slide ? `Next: ${slide.heading}` : 'This is the last slide'}</span>
      </p>
      {slide && <Frame html={previewHtml(slide, null)} />}
    </section>
  );
}

// A picture of the slide: what is in it can be read, and nothing in it can be pressed.
function Frame({ html }: { readonly html: string }) {
  return <div class="slide-frame" inert dangerouslySetInnerHTML={{ __html: html }} />;
}
