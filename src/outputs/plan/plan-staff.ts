import { markWord } from '../../text/word-marks.ts';
import { draw } from '../../document/to-html.ts';
import { isEmpty } from '../../document/nodes.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';

/** What the plan says to the teacher alone: the task beside the lesson, hard questions with answers, adaptations, grouping. Empty where it says nothing. */
export function planStaff(lesson: Lesson): Html {
  return html`${planHardQuestions(lesson)}${planAdapting(lesson)}`;
}

/** What a class may ask, with what to say. */
export function planHardQuestions({ staff: { hardQuestions } }: Lesson): Html | '' {
  return section(
    'Hard questions, and what to say',
    hardQuestions.length === 0 ? '' : html`<dl>${hardQuestions.map(answered)}</dl>`,
    ' plan-staff--asked',
  );
}

/** The task beside the lesson, adaptations and grouping. */
export function planAdapting({ staff }: Lesson): Html {
  const { alternativeTask, adaptations, grouping } = staff;
  return html`${[
    section(
      'The other task',
      isEmpty(alternativeTask)
        ? ''
        : html`<p class="plan-staff__how" data-said>For a ${markWord('pupil')} who would rather not take part. Offer it in the same voice as everything else, and call it nothing in particular.</p>${draw(alternativeTask)}`,
      ' plan-apart',
    ),
    section('Adaptations', draw(adaptations)),
    section('Mixed or single-sex groups', draw(grouping), ' plan-apart'),
  ]}`;
}

function section(title: string, inside: Html | '', kind = ''): Html | '' {
  return `${inside}` === ''
    ? ''
    : html`<section class="plan-staff${kind}"><h3>${title}</h3>${inside}</section>`;
}

function answered({ question, answer }: Lesson['staff']['hardQuestions'][number]): Html {
  return html`<div>${question === '' ? '' : html`<dt>${question}</dt>`}<dd>${draw(answer)}</dd></div>`;
}
