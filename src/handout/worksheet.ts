import { audienceOf, slidesOf, type Lesson, type Slide } from '../lesson/lesson.ts';
import { mayLieOnDesk } from '../questions/may-lie-on-desk.ts';
import type { Slots } from '../text/fill-page.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { helpSection } from './help-section.ts';
import { mixedCardsIn, threadsIn } from './layouts-in.ts';
import { footData, lessonEdition } from './edition.ts';
import { printBar } from './print-bar.ts';
import { writeLines } from './write-on.ts';
import { sentencesToFinish } from './sentences.ts';
import { isPictureStory, storyPanels } from './story-panels.ts';

type Question = Lesson['questions'][number];

/** The lesson's worksheet, made of its own stops, questions and sentences to finish. No name line; it ends on help. */
export function worksheetPage(lesson: Lesson): Slots {
  const { boardTitle } = lesson;
  const tasks = tasksOf(lesson);
  const kind = isToldInPictures(lesson) ? ' sheet--story' : '';
  const main = html`${printBar('The worksheet, A4, on both sides of the paper. Pupils keep it: it has no line for a name and is not collected.')}
<article class="sheet sheet--work${kind}" data-lesson="${lesson.slug}" data-stage="${lesson.stage ?? ''}" data-names="${JSON.stringify(lesson.names)}" data-follows ${footData(`Worksheet: ${boardTitle}`, lessonEdition(lesson))}>
<h1 class="sheet__title">${boardTitle}</h1>
<p class="sheet__note">This sheet is yours. Write about the story, not about people you know. You can leave any part empty.</p>
${words(lesson)}
${tasks.length > 0 ? html`${[...tasks]}` : remember()}
${audienceOf(lesson) === 'adults' ? '' : kindMessages()}${helpSection(lesson)}
</article>`;
  return { title: 'Worksheet · Wholeclass', main: String(main) };
}

/** True where the worksheet has a task from the lesson itself: a stop, a question, a thread or a sentence to finish. */
export function hasOwnTasks(lesson: Lesson): boolean {
  return tasksOf(lesson).length > 0;
}

// Where the story has its pictures, the sheet is still one sheet: questions have a sheet of their own, and messages stand beside the pictures alone.
function tasksOf(lesson: Lesson): readonly Html[] {
  if (!isToldInPictures(lesson)) return slidesOf(lesson).flatMap((slide) => task(slide, lesson));
  const around = (slide: Slide) => (slide.kind === 'text' ? textTask(slide, lesson) : []);
  return lesson.blocks.flatMap((block) => (isPictureStory(block) ? [storyPanels(block)] : block.slides.flatMap(around)));
}

function isToldInPictures({ blocks }: Lesson): boolean {
  return blocks.some(isPictureStory);
}

function task(slide: Slide, lesson: Lesson): readonly Html[] {
  switch (slide.kind) {
    case 'stop':
      // With many stops there is more talk and less to write, and the sheet stays one sheet.
      return [part(slide.heading, writeLines(slide.of > 2 ? 2 : 3), slide.id)];
    case 'poll':
      return lesson.questions
        .filter((question) => question.id === slide.question && mayLieOnDesk(question))
        .map((question) => html`<div data-slide="${slide.id}">${answers(question)}</div>`);
    case 'text':
      return textTask(slide, lesson);
    case 'title':
    case 'help':
    case 'film':
      return [];
  }
}

// The more there is to read or to begin, the fewer lines each: the sheet is carried home.
function textTask({ heading, body, id }: Slide, lesson: Lesson): readonly Html[] {
  const inPictures = isToldInPictures(lesson);
  const lines = isToldWithStops(lesson) ? '' : writeLines(slidesOf(lesson).flatMap((slide) => threadsIn(slide.body)).length > 3 ? 1 : 2);
  const threads = inPictures ? [] : threadsIn(body).map((thread) => html`${trusted(thread)}${lines}`);
  const starters = sentencesToFinish(body);
  const sentences = starters.map((sentence) => html`<p class="sheet__starter">${trusted(sentence)}</p>${writeLines(starters.length > 2 ? 1 : 2)}`);
  const all = [...threads, ...mixedCardsIn(body).map((mixed) => cards(mixed, inPictures)), ...sentences];
  return all.length === 0 ? [] : [part(heading, html`${all}`, id)];
}

// A story without a film is read on the sheet, and what there is to write stands at its stops.
function isToldWithStops(lesson: Lesson): boolean {
  const kinds = slidesOf(lesson).map(({ kind }) => kind);
  return kinds.includes('stop') && !kinds.includes('film');
}

/** A question with a box for each answer; `before` stands before its words, such as its number. */
export function answers({ prompt, options, picks }: Question, before = ''): Html {
  return part(
    `${before}${prompt}`,
    html`${howToMark(picks)}<ul class="sheet__options">${options.map(({ label, text }) => html`<li><span class="sheet__box"></span><b>${label}</b> <span>${text}</span></li>`)}</ul>`,
  );
}

function howToMark(picks: Question['picks']): Html | '' {
  switch (picks) {
    case 'one':
      return '';
    case 'several':
      return html`<p>Tick as many as you like.</p>`;
    case 'order':
      return html`<p>Write 1 beside what comes first, then 2, and so on.</p>`;
  }
}

// Whoever cuts cards out cuts into a story on the back.
function cards(mixed: string, isKeptWhole: boolean): Html {
  const how = isKeptWhole ? 'Write each number into its box.' : 'Cut out the cards and sort them, or write each number into its box.';
  return html`<p class="sheet__note">${how}</p>${trusted(mixed)}`;
}

function remember(): Html {
  return part('What I want to remember', writeLines(6));
}

/** For whoever would rather not watch, and for whoever is done early: nobody can tell which. */
function kindMessages(): Html {
  return part('Three kind messages to a friend who feels pushed', writeLines(3));
}

function words({ vocabulary }: Lesson): Html | '' {
  if (vocabulary.length === 0) return '';
  return html`<dl class="sheet__words">${vocabulary.map(({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function part(title: string, body: Html, slide = ''): Html {
  return html`<section class="sheet__part"${slide && html` data-slide="${slide}"`}><h2>${title}</h2>${body}</section>`;
}
