import { isParent, type Node } from '../../document/nodes.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { askedDrawingOf } from '../../lesson/draw-questions.ts';
import { withShown } from '../../slides/kinds.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import type { Deck, DeckSlide } from '../board/deck.ts';
import { deckOf, type PresentFilm } from '../board/make-deck.ts';
import { askHtml, withoutDevices } from '../board/poll-panel.ts';
import { footData, lessonEdition } from './edition.ts';
import { printBar } from './print-bar.ts';
import { slidesAddress, slidesAPage, type SlidesAPage } from './slides-a-page.ts';
import { writeLines } from './write-on.ts';

/** A lesson’s slides on paper, as the class sees them, with lines to write on: one, two or three a page. Cards to sort are mixed, and no note is on it. */
export function slidesSheet(lesson: Lesson, film: PresentFilm | null): Slots {
  const { slug, boardTitle, names } = lesson;
  const { slides, questions } = deckOf(withoutAnswers(lesson), film);
  const one = (count: SlidesAPage) =>
    html`<a class="button" href="../../../${slidesAddress(slug, count)}" data-a-page="${count}">${count === 1 ? '1 slide a page' : `${count} slides a page`}</a>`;
  const main = html`${printBar('The slides as the class sees them, black on white, with lines to write on. Your notes are not on it.', { heading: `Slides: ${boardTitle}` })}
<nav class="print-bar screen-only slides-count" aria-label="Slides a page">${slidesAPage.map(one)}</nav>
<article class="slides-sheet" data-lesson="${slug}" data-names="${JSON.stringify(names)}" ${footData(`Slides: ${boardTitle}`, lessonEdition(lesson))}>
${slides.map((slide, at) => slideHtml(inside(slide, questions, lesson), slide, { number: at + 1, of: slides.length }))}</article>`;
  return {
    title: `${html`Slides: ${boardTitle}`} · Wholeclass`,
    main: drawNamed(main, names),
  };
}

type Place = { readonly number: number; readonly of: number };

function slideHtml(words: Html, { kind }: DeckSlide, { number, of }: Place): Html {
  return html`<section class="paper-slide" aria-label="Slide ${number} of ${of}"><div class="slide-frame"><div class="slide slide--${kind}">${words}</div></div>
<div class="paper-slide__lines"><p>${number}</p>${writeLines(LINES, 'Lines to write on')}</div></section>`;
}

/** As many as a page has room for below one slide; where there are more slides on it, fewer are shown. */
const LINES = 14;

function inside(slide: DeckSlide, questions: Deck['questions'], lesson: Lesson): Html {
  if (slide.kind !== 'poll') return trusted(slide.html);
  const question = questions.find(({ id }) => id === slide.question);
  if (question === undefined) return trusted(slide.html);
  return askHtml(question, { line: withoutDevices(question) }, askedDrawingOf(lesson));
}

// How cards belong together is the answer.
function withoutAnswers(lesson: Lesson): Lesson {
  return {
    ...lesson,
    blocks: lesson.blocks.map((block) => ({
      ...block,
      slides: block.slides.map((slide) => withShown(slide, unsorted)),
    })),
  };
}

function unsorted(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node): readonly Node[] => {
    if (node.kind === 'sortedCards') return [];
    return isParent(node) ? [{ ...node, children: unsorted(node.children) }] : [node];
  });
}
