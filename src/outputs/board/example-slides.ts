import { emptyDocument, type Document } from '../../document/nodes.ts';
import type { ShownSlide } from '../../ui/styles-page.ts';
import type { SharedAsked } from '../../poll/question.ts';
import { html, type Html } from '../../text/html.ts';
import { resultHtml } from './poll-result.ts';
import { drawSlide, type Slide, type SlideKindName } from '../../slides/kinds.ts';
import type { Around } from '../../slides/slide-kind.ts';
import { subjectOf } from '../../subjects/subjects.ts';

const AROUND: Around = {
  subject: subjectOf('safeguarding', { lines: [] }),
  nation: 'England',
  stage: 'KS3',
  setting: 'school',
  contentNote: '',
  names: {},
  roles: {},
  playsToEnd: true,
  film: null,
  ask: () => null,
};
const WHERE = { line: 1, headingNodes: [], asked: null, notes: emptyDocument('teacher') };

const NOTHING = emptyDocument('class');

const QUESTION: SharedAsked = {
  id: 'example',
  kind: 'choice',
  picks: 'one',
  tag: 'character',
  prompt: 'How much pressure is Sam under?',
  options: [
    { id: 'a', label: 'A', text: 'None' },
    { id: 'b', label: 'B', text: 'A little' },
    { id: 'c', label: 'C', text: 'Some' },
    { id: 'd', label: 'D', text: 'A lot' },
  ],
};

/** One slide of each look that the board has, as previews have them, for the page of styles. */
export function exampleSlides(): readonly ShownSlide[] {
  const stop = 'What is Alex doing to put pressure on Sam?';
  const result = resultHtml(QUESTION, {
    rung: 'bands',
    turnout: 30,
    bands: { a: 'few-or-none', b: 'few-or-none', c: 'about-half', d: 'about-half' },
    right: [],
    explanation: '',
  });
  return [
    example('A title', {
      ...WHERE,
      kind: 'title',
      id: 'title',
      heading: 'Pressure, and who can help',
      body: paragraph('A story about what pressure looks like'),
    }),
    example('A stop', {
      ...WHERE,
      kind: 'stop',
      id: 'stop',
      heading: stop,
      body: NOTHING,
      stop: 'the-ask',
      n: 1,
      of: 3,
    }),
    { name: 'A result', slide: inSlide('poll', result) },
    example('Help', {
      ...WHERE,
      kind: 'help',
      id: 'help',
      heading: 'You can always tell someone',
      body: NOTHING,
    }),
  ];
}

function paragraph(text: string): Document {
  const span = { line: 1, column: 1 };
  const words = [{ kind: 'text', span, text } as const];
  return { ...NOTHING, children: [{ kind: 'paragraph', span, children: words }] };
}

function example(name: string, slide: Slide): ShownSlide {
  return { name, slide: inSlide(slide.kind, drawSlide(slide, AROUND)) };
}

function inSlide(kind: SlideKindName, inside: Html): Html {
  return html`<div class="slide slide--${kind}">${inside}</div>`;
}
