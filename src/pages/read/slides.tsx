import type { Reading, ReadingSlide } from '../../outputs/reading/reading.ts';

/** The words above the slide that the board is at. */
const NOW = 'On the board now';

/** `answers` is true while a question is open that can be answered on the page this one was opened from. */
type SlidesProps = { readonly reading: Reading; readonly answers: boolean };

/** The slides of a lesson below each other, the board's marked. */
export function Slides({ reading: { slides, slide: on, title }, answers }: SlidesProps) {
  return (
    <article class="slides">
      {!slides.some(({ kind }) => kind === 'title') && (
        <h1 class="unseen">{title || 'The lesson'}</h1>
      )}
      {slides.map((slide) => (
        <Slide key={slide.id} slide={slide} isOn={slide.id === on} answers={answers} />
      ))}
    </article>
  );
}

type SlideProps = {
  readonly slide: ReadingSlide;
  readonly isOn: boolean;
  readonly answers: boolean;
};

function Slide({ slide: { id, kind, html }, isOn, answers }: SlideProps) {
  return (
    <section
      class={`read-slide read-slide--${kind}`}
      data-slide={id}
      aria-current={isOn ? 'true' : undefined}
      tabIndex={-1}
    >
      {isOn && <p class="read-slide__now">{NOW}</p>}
      <div class="words" dangerouslySetInnerHTML={{ __html: html }} />
      {isOn && answers && kind === 'poll' && (
        <p class="read-slide__answer">
          <a href="../">Answer it on the other page</a>
        </p>
      )}
    </section>
  );
}
