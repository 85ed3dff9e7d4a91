import { isEmpty } from '../../document/nodes.ts';
import { draw } from '../../document/to-html.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { html, type Html } from '../../text/html.ts';
import { oneSlide } from './plan-blocks.ts';
import { planStaff } from './plan-staff.ts';

/** A slide for someone who reviews its lesson: what the class sees and what its teacher reads, as HTML, and where its words begin. */
export type SlideToReview = {
  readonly id: string;
  readonly line: number;
  readonly html: string;
};

/** The slides of a lesson in order, as its plan has them. */
export function slidesToReview(lesson: Lesson): readonly SlideToReview[] {
  return lesson.blocks.flatMap((block) =>
    block.slides.map((slide) => ({
      id: slide.id,
      line: slide.line,
      html: drawNamed(oneSlide(slide, block, lesson), lesson.names),
    })),
  );
}

/** What a plan has on no slide, as HTML: how its story ends early, and what it says to the teacher alone. */
export function restToReview(lesson: Lesson): string {
  return drawNamed(html`${lesson.blocks.map(landing)}${planStaff(lesson)}`, lesson.names);
}

function landing({ title, landSafely }: Lesson['blocks'][number]): Html | '' {
  if (isEmpty(landSafely)) return '';
  return html`<section class="plan-staff"><h2>Ending early: ${title}</h2>${draw(landSafely)}</section>`;
}
