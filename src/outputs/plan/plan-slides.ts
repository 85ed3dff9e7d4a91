import { slidesOf, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { labelOf } from '../../slides/kinds.ts';
import { html, type Html } from '../../text/html.ts';

/** The slides of a lesson by number and name; with script they are drawn, and follow the version that is chosen. */
export function planSlides(lesson: Lesson): Html | '' {
  const slides = slidesOf(lesson);
  if (slides.length === 0) return '';
  return html`<section class="strip screen-only" aria-labelledby="slides"><div class="strip__head"><h2 id="slides">Slides</h2> <p data-strip-count>${slides.length === 1 ? 'One slide' : `${slides.length} slides`}</p>
<a class="button" href="../../present/${lesson.slug}/?preview" data-rehearse>Preview all slides</a></div>
<ol class="strip__names" data-strip>${slides.map((slide) => html`<li>${nameOf(slide, lesson)}</li>`)}</ol>
<p class="strip__more"><button class="button" type="button" data-strip-all hidden></button></p></section>`;
}

function nameOf(slide: Slide, { questions }: Lesson): string {
  const asked = slide.kind === 'poll' ? slide.question : null;
  return questions.find(({ id }) => id === asked)?.prompt || slide.heading || labelOf(slide);
}
