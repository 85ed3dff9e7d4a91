import type { Lesson } from '../../lesson/lesson.ts';
import { html, trusted, type Html } from '../../text/html.ts';

/** What the plan says to the teacher alone: the task beside the lesson, hard questions with answers, adaptations, grouping. Empty where it says nothing. */
export function planStaff({ staff }: Lesson): Html {
  const { alternativeTask, hardQuestions, adaptations, grouping } = staff;
  return html`${[
    section(
      'Hard questions, and what to say',
      hardQuestions.length === 0 ? '' : html`<dl>${hardQuestions.map(answered)}</dl>`,
      ' plan-staff--asked',
    ),
    section(
      'The other task',
      alternativeTask &&
        html`<p class="plan-staff__how" data-said>For a pupil who would rather not take part. Offer it in the same voice as everything else, and call it nothing in particular.</p>${trusted(alternativeTask)}`,
      ' plan-apart',
    ),
    section('Adaptations', trusted(adaptations)),
    section('Mixed or single-sex groups', trusted(grouping), ' plan-apart'),
  ]}`;
}

function section(title: string, inside: Html | '', kind = ''): Html | '' {
  return `${inside}` === ''
    ? ''
    : html`<section class="plan-staff${kind}"><h2>${title}</h2>${inside}</section>`;
}

function answered({ question, answer }: Lesson['staff']['hardQuestions'][number]): Html {
  return html`<div>${question === '' ? '' : html`<dt>${question}</dt>`}<dd>${trusted(answer)}</dd></div>`;
}
