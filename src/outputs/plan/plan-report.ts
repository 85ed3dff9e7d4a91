import { slidesOf, type Lesson, type ReadLesson } from '../../lesson/lesson.ts';
import { html, type Html } from '../../text/html.ts';
import { lineToWrite, type Problem } from '../../document/problem.ts';
import { parseProblemMessage, sentence } from '../../document/problem-message.ts';

/** How many slides of a part of the report are seen at once; the rest opens. */
const SEEN = 4;

/**
 * What the check of the lesson found: errors, suggestions, and what is allowed and why, each slide
 * by slide. Empty where there is nothing.
 */
export function report({ lesson, problems }: ReadLesson): Html | '' {
  const part = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity);
  const [errors, advice, allowed] = [part('error'), part('warning'), part('info')];
  if (problems.length === 0) return '';
  return html`<section class="plan-report" aria-labelledby="report"><h3 id="report">What the check found</h3>
${section(lesson, { title: 'Fix before you teach', look: 'errors', problems: errors })}
${section(lesson, { title: 'Suggestions', look: 'advice', problems: advice })}
${section(lesson, { title: 'Allowed, with your reason', look: 'allowed', problems: allowed })}</section>`;
}

type Part = {
  readonly title: string;
  readonly look: string;
  readonly problems: readonly Problem[];
};

function section(lesson: Lesson, { title, look, problems }: Part): Html | '' {
  if (problems.length === 0) return '';
  const groups = bySlide(lesson, problems).map(group);
  const rest = groups.slice(SEEN);
  const more = rest.length === 1 ? 'and one slide more' : `and ${rest.length} slides more`;
  return html`<div class="plan-report__part plan-report__part--${look}"><h4>${title} <span class="plan-report__count">${problems.length}</span></h4>
${groups.slice(0, SEEN)}${rest.length === 0 ? '' : html`<details class="plan-report__more"><summary>${more}</summary>${rest}</details>`}</div>`;
}

type Group = { readonly name: string; readonly problems: readonly Problem[] };

// What stands at the lesson's first line is about all of it.
function bySlide(lesson: Lesson, problems: readonly Problem[]): readonly Group[] {
  const slides = slidesOf(lesson);
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const slide = slides.findLast(({ line }) => line <= problem.line);
    const name =
      problem.line === 1 || slide === undefined
        ? 'The lesson as a whole'
        : slide.heading || 'A slide without a heading';
    const key = `${problem.line === 1 ? '' : (slide?.id ?? '')} ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups].map(([key, all]) => ({
    name: key.slice(key.indexOf(' ') + 1),
    problems: all,
  }));
}

function group({ name, problems }: Group): Html {
  return html`<div class="plan-report__slide"><h5>${asWritten(name)}</h5><ol>${problems.map(finding)}</ol></div>`;
}

function finding({ line, code, message, fixes = [] }: Problem): Html {
  const { found, todo, reason } = parseProblemMessage(message);
  return html`<li><p>${asWritten(sentence(found))}</p>
${todo === '' ? '' : html`<p class="plan-report__todo">${asWritten(sentence(todo))}</p>`}${reason === '' ? '' : html`<p class="plan-report__reason"><b>The reason given:</b> ${asWritten(sentence(reason))}</p>`}
${fixes.length === 0 ? '' : html`<ul>${fixes.map((fix) => html`<li>${fix.label}: <code>${lineToWrite(fix)}</code></li>`)}</ul>`}
<p class="plan-report__place">${line === 1 ? '' : html`Line ${line} `}<code>${code}</code></p></li>`;
}

// What stands in braces is shown as it is written, and no character’s name is put there.
function asWritten(message: string): Html {
  return html`${message.split(/(\{[^{}]*\})/).map((words, at) => (at % 2 === 0 ? words : html`<code>${words}</code>`))}`;
}
