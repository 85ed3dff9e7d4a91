import { isOtherSubject } from '../../subjects/subjects.ts';
import { toWords } from '../../document/to-text.ts';
import { draw } from '../../document/to-html.ts';
import { allOf, has, nodesIn } from '../../document/visit.ts';
import type { Document, Node, NodeOf } from '../../document/nodes.ts';
import { askedDrawingOf } from '../../lesson/draw-questions.ts';
import { drawnOr, type Drawing } from '../../text/drawing.ts';
import { audienceOf, slidesOf, type Block, type Lesson, type Slide } from '../../lesson/lesson.ts';
import { isSafeOnPaper } from '../../questions/safe-on-paper.ts';
import { shownBody, slideKinds, type SlideOf } from '../../slides/kinds.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { textWidth } from '../../text/letter-widths.ts';
import { onceEach } from '../../text/once-each.ts';
import { helpOf } from './help-section.ts';
import { isToFinish, mixedCardsIn, threadsIn } from './layouts-in.ts';
import { footData, lessonEdition, sheetTitle } from './edition.ts';
import { printBar } from './print-bar.ts';
import { paperThread, sheetDrawing } from './sheet-drawing.ts';
import { writeBubbles, writeFrame, writeLines } from './write-on.ts';
import { isForSheet, questionsForSheet, sentencesToFinish, type Sentence } from './sentences.ts';
import { isPictureStory, storyPanels } from './story-panels.ts';

type Question = Lesson['questions'][number];

/** The lesson's worksheet, made of its own stops, questions and sentences to finish. No name line; it ends on help, where its subject has any. */
export function worksheetPage(lesson: Lesson): Slots {
  const { boardTitle } = lesson;
  const tasks = tasksOf(lesson);
  // What is worked with stands before the work; what is looked up, behind it.
  const isForWork = lesson.subject.pack.worksheet.shows.length > 0;
  const name = `Worksheet: ${boardTitle}`;
  const kind = `${isInPictures(lesson) ? ' sheet--story' : ''}${textWidth(name) <= FOOT_WIDTH ? ' sheet--brief' : ''}`;
  const main = html`${printBar('The worksheet, A4, on both sides of the paper. {Pupils} keep it: it has no line for a name and is not collected.')}
<article class="sheet sheet--work sheet--tasks${kind}" data-lesson="${lesson.slug}" data-stage="${lesson.stage ?? ''}" data-names="${JSON.stringify(lesson.names)}" data-follows${mayBeTyped(lesson) ? html` data-fillable` : ''} ${footData(name, lessonEdition(lesson))}>
<div class="sheet__top"><div><h1 class="sheet__title">${boardTitle}</h1>
<p class="sheet__note">${lesson.subject.pack.worksheet.note}</p></div>${sheetDrawing(lesson)}</div>
${isForWork ? words(lesson) : ''}${tasks.length > 0 ? html`${[...tasks]}` : remember()}
${ending(lesson)}${isForWork ? '' : words(lesson)}${helpOf(lesson)}
</article>`;
  return { title: sheetTitle('Worksheet', lesson), main: drawNamed(main, lesson.names) };
}

/** How wide a sheet’s name may be to take one line of the foot in large print, in any of the typefaces: where it takes two, the margin is higher (`pages.css`). */
const FOOT_WIDTH = 22.5;

// What may be about a pupil's own life lies in no file that someone filled in: sheets of safeguarding, of subjects in which it is taught, and of a school's own packs are of paper alone.
function mayBeTyped({ subject }: Lesson): boolean {
  return isOtherSubject(subject);
}

/** True where the worksheet has a task from the lesson itself: a stop, a question, a thread or a sentence to finish. */
export const hasOwnTasks = onceEach((lesson: Lesson): boolean => tasksOf(lesson).length > 0);

/** The ids of the slides that the worksheet has a task of. */
export function slidesOnSheet(lesson: Lesson): ReadonlySet<string> {
  const slides = slidesOf(lesson).filter((slide) => task(slide, lesson).length > 0);
  return new Set(slides.map(({ id }) => id));
}

// Where the story has its pictures, the sheet is still one sheet: questions have a sheet of their own, and messages stand beside the pictures alone.
// So it is with messages at a film's stops, and with stories for groups.
function tasksOf(lesson: Lesson): readonly Html[] {
  const inPictures = isInPictures(lesson);
  const forGroups = hasGroupStories(lesson);
  const hasMessages = hasMessagesAtStops(lesson);
  const around = (slide: Slide) => {
    if (slide.kind === 'poll' && (inPictures || forGroups || hasMessages)) return [];
    return inPictures && slide.kind !== 'text' ? [] : task(slide, lesson);
  };
  return lesson.blocks.flatMap((block) => {
    if (isPictureStory(block)) return [storyPanels(block)];
    if (isForGroups(block)) return groupStories(block, lesson);
    const answered = hasMessages && !forGroups ? answeredThread(block) : null;
    if (answered !== null) return [replyBeside(answered, lesson)];
    const isInColumns = hasMessages && (forGroups || hasVeryManyStops(lesson));
    if (!isInColumns) return block.slides.flatMap(around);
    const stops = block.slides.filter(isStop);
    return [
      ...stopsInColumns(stops, lesson),
      ...block.slides.filter((slide) => !isStop(slide)).flatMap(around),
    ];
  });
}

// Where groups write about stories, or there are very many stops, these are talked about: their messages are there to read, in two columns.
function stopsInColumns(stops: readonly SlideOf<'stop'>[], lesson: Lesson): readonly Html[] {
  if (stops.length === 0) return [];
  const inside = (slide: SlideOf<'stop'>) =>
    isStopWithThread(slide) ? threads(slide, lesson) : stopTask(slide, lesson);
  return [
    html`<div class="sheet__stops">${stops.map((slide) => part(stopTitle(slide), inside(slide), slide.id))}</div>`,
  ];
}

function isStop(slide: Slide): slide is SlideOf<'stop'> {
  return slide.kind === 'stop';
}

function isStopWithThread(slide: Slide): slide is SlideOf<'stop'> {
  return isStop(slide) && has(slide.body, 'thread');
}

function hasMessagesAtStops(lesson: Lesson): boolean {
  return slidesOf(lesson).some(isStopWithThread);
}

// A story in messages, whose stops have the words that each is about: on the sheet they stand there once, and what comes after the last stop is its answer.
function isReadAtStops(slide: Slide, { blocks }: Lesson): boolean {
  const block = blocks.find(({ slides }) => slides.includes(slide));
  return (
    block !== undefined &&
    !block.slides.some(({ kind }) => kind === 'film') &&
    block.slides.some(isStopWithThread)
  );
}

/** A slide with messages, and one on which a reply to them is begun. */
type Answered = { readonly thread: Slide; readonly reply: Slide; readonly begun: Sentence };

// A part of one thread that is answered in writing.
function answeredThread({ slides, optional }: Block): Answered | null {
  const [thread, another] = slides.filter(({ body }) => threadsIn(body).length > 0);
  const reply = slides.find(({ body }) => isMessage(sentencesToFinish(body)[0]));
  const [begun, more] = reply === undefined ? [] : sentencesToFinish(reply.body);
  if (thread === undefined || another !== undefined || thread.kind !== 'text') return null;
  if (reply === undefined || reply === thread || begun === undefined) return null;
  return optional || more !== undefined ? null : { thread, reply, begun };
}

function replyBeside({ thread, reply, begun }: Answered, lesson: Lesson): Html {
  const answer = html`<div data-slide="${reply.id}"><p class="sheet__starter">${draw(begun)}</p>${writeBubbles(1)}</div>`;
  return part(
    thread.heading,
    html`<div class="sheet__beside"><div>${threads(thread, lesson)}</div>${answer}</div>`,
    thread.id,
  );
}

const hasGroupStories = onceEach(({ blocks }: Lesson): boolean => blocks.some(isForGroups));

// Several threads under questions that the board says are on the worksheet.
function isForGroups({ slides }: Block): boolean {
  return (
    slides.some(({ body }) => questionsForSheet(body).length > 0) &&
    slides.filter(({ body }) => threadsIn(body).length > 0).length > 1
  );
}

/** Stories side by side, so that a group sees all of them, and below them the questions about each, with lines to write on. */
function groupStories({ slides }: Block, lesson: Lesson): readonly Html[] {
  const stories = slides.filter(({ body }) => threadsIn(body).length > 0);
  const asked = slides.filter(({ body }) => questionsForSheet(body).length > 0);
  return [
    html`<div class="sheet__stories">${stories.map(({ heading, body, id }) => part(heading, threads({ body }, lesson), id))}</div>`,
    ...asked.map(
      ({ heading, body, id }) =>
        html`<div class="sheet__table">${part(heading, forTwoStories(body), id)}</div>`,
    ),
  ];
}

// Each group has two of them.
function forTwoStories(body: Document): Html {
  return html`<table class="sheet__answers"><thead><tr><th scope="col">Question</th><th scope="col">First story:</th><th scope="col">Second story:</th></tr></thead>
<tbody>${questionsForSheet(body).map((question) => html`<tr><th scope="row">${draw(question)}</th><td></td><td></td></tr>`)}</tbody></table>`;
}

const isInPictures = onceEach(({ blocks }: Lesson): boolean => blocks.some(isPictureStory));

function task(slide: Slide, lesson: Lesson): readonly Html[] {
  if (slide.kind === 'stop') {
    return [part(stopTitle(slide), stopTask(slide, lesson), slide.id)];
  }
  if (slide.kind === 'poll') {
    return lesson.questions
      .filter((question) => question.id === slide.question && isSafeOnPaper(question))
      .map(
        (question) =>
          html`<div data-slide="${slide.id}">${answers(question, askedDrawingOf(lesson))}</div>`,
      );
  }
  return slideKinds[slide.kind].hasTasks ? textTask(slide, lesson) : [];
}

// The words that a stop is about, with lines to write on beside them, as far down as they go.
function stopTask({ body, of }: SlideOf<'stop'>, lesson: Lesson): Html {
  // With many stops or questions there is more talk and less to write, and the sheet stays one sheet.
  const count = of > 2 || asksMuch(lesson) ? 2 : 3;
  if (threadsIn(body).length === 0) return writeLines(count);
  return html`<div class="sheet__beside"><div>${threads({ body }, lesson)}</div>${writeFrame(count)}</div>`;
}

function threads({ body }: Pick<Slide, 'body'>, lesson: Lesson): Html {
  return html`${threadsIn(body).map((thread) => paperThread(thread, lesson))}`;
}

/** The number of a stop, by which a pupil who missed one finds the next, and what is asked at it. */
function stopTitle({ n, heading }: SlideOf<'stop'>): Html {
  return html`<b class="sheet__stop">Stop ${n}</b> ${heading}`;
}

// The more there is to read, the fewer lines each: the sheet is carried home.
function textTask(slide: Slide, lesson: Lesson): readonly Html[] {
  const inPictures = isInPictures(lesson);
  const { heading, id } = slide;
  const body = shownBody(slide);
  const threads = slidesOf(lesson).flatMap((slide) => threadsIn(slide.body));
  const hasManyThreads = threads.length > 3;
  // Where some are finished, the others are read.
  const isWrittenOn = threads.some(isToFinish) ? isToFinish : () => true;
  const lines = hasStory(lesson) ? '' : writeLines(hasManyThreads || asksMuch(lesson) ? 1 : 2);
  const isForTalk = hasGroupStories(lesson) || hasManyStops(lesson);
  const messages =
    inPictures || isForTalk || isOftenLeftOut(slide, lesson) || isReadAtStops(slide, lesson)
      ? []
      : threadsIn(body).map(
          (thread) => html`${paperThread(thread, lesson)}${isWrittenOn(thread) ? lines : ''}`,
        );
  const sorting =
    hasGroupStories(lesson) || isOftenLeftOut(slide, lesson) ? [] : mixedCardsIn(body).map(cards);
  const questions = questionsForSheet(body).map(
    (question) => html`<p class="sheet__starter">${draw(question)}</p>${writeLines(2)}`,
  );
  const finish = toFinish(body, inPictures ? 1 : 2);
  const all = [...shownOf(body, lesson), ...messages, ...sorting, ...questions, ...finish];
  if (all.length === 0) return [];
  const [one, ...more] = sentencesToFinish(body);
  const isToKeep =
    all.length === 1 &&
    one !== undefined &&
    more.length === 0 &&
    !isMessage(one) &&
    lesson.blocks.at(-1)?.slides.includes(slide) === true;
  const inside = html`${all}`;
  // The frame goes with its slide where a version of the lesson leaves that out.
  return isToKeep
    ? [html`<div class="sheet__keep" data-slide="${id}">${part(heading, inside)}</div>`]
    : [part(heading, inside, id)];
}

// What is read or sorted in a part that many classes leave out is on the board, and has sheets of its own: the stories, the cards.
function isOftenLeftOut(slide: Slide, { blocks }: Lesson): boolean {
  return blocks.some(({ optional, slides }) => optional && slides.includes(slide));
}

// Tables and pictures, as the subject prints them; what is sorted has its pictures on its cards.
// An author who says “on your worksheet” of some slides has chosen: those of the others stay on the board.
function shownOf(body: Document, lesson: Lesson): readonly Html[] {
  const { shows } = lesson.subject.pack.worksheet;
  if (shows.length === 0 || mixedCardsIn(body).length > 0) return [];
  if (!isForSheet(body) && slidesOf(lesson).some((slide) => isForSheet(slide.body))) return [];
  const shown = [...nodesIn(body)].filter((node) => shows.some((kind) => kind === node.kind));
  return runsOf(shown).map((run) => {
    const drawn = run.map((node) => html`<div class="sheet__shown">${draw([node])}</div>`);
    return run.length > 1 ? html`<div class="sheet__pictures">${drawn}</div>` : html`${drawn}`;
  });
}

/** Pictures one after the other, which lie side by side, and each other part by itself. */
function runsOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const runs: Node[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (node.kind === 'picture' && last?.at(-1)?.kind === 'picture') last.push(node);
    else runs.push([node]);
  }
  return runs;
}

// “Our reply: “…””.
function isMessage(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && /:\s*[“"]/.test(toWords(sentence));
}

// The more there are to begin, the fewer lines each.
function toFinish(body: Document, each: number): readonly Html[] {
  const starters = sentencesToFinish(body);
  if (starters.length === 0) return [];
  // A message that is begun is finished in a bubble.
  if (starters.length === 1 && isMessage(starters[0])) {
    return [
      html`${starters.map((sentence) => html`<p class="sheet__starter">${draw(sentence)}</p>`)}${writeBubbles(1)}`,
    ];
  }
  const begun = starters.map((sentence) => html`<p class="sheet__starter">${draw(sentence)}</p>`);
  if (starters.length > 1 && /\bfinish one of these\b/i.test(toWords(body))) {
    return [...begun, writeLines(each)];
  }
  return [...begun.map((one) => html`${one}${writeLines(starters.length > 2 ? 1 : each)}`)];
}

// So many questions that with lines for all the rest the sheet would be more than one sheet of paper.
function asksMuch({ questions }: Lesson): boolean {
  return questions.length > 7;
}

// A story without a film is read on the sheet, and what there is to write stands at its stops.
function hasStory(lesson: Lesson): boolean {
  const kinds = slidesOf(lesson).map(({ kind }) => kind);
  return kinds.includes('stop') && !kinds.includes('film');
}

// Where a film, or a story in messages, stops as often as this, messages of later parts are talked about and stay on the board, so that the sheet stays one sheet.
function hasManyStops(lesson: Lesson): boolean {
  const slides = slidesOf(lesson);
  const isStopped = slides.some(({ kind }) => kind === 'film') || hasMessagesAtStops(lesson);
  return slides.filter(isStop).length > 2 && isStopped;
}

function hasVeryManyStops(lesson: Lesson): boolean {
  return slidesOf(lesson).filter(isStopWithThread).length > 3;
}

/** A question with a box for each answer; `before` stands before its words, such as its number. */
export function answers({ prompt, options, picks }: Question, drawing: Drawing, before = ''): Html {
  const longest = Math.max(...options.map(({ text }) => text.length));
  const short = longest <= SHORT_OPTION ? ' sheet__options--short' : '';
  const brief = longest <= BRIEF_OPTION ? ' sheet__options--brief' : '';
  return part(
    html`${before}${drawnOr(prompt, drawing)}`,
    html`${howToMark(picks)}<ul class="sheet__options${short}${brief}">${options.map(({ label, text }) => html`<li><span class="sheet__box"></span><b>${label}</b> <span>${drawnOr(text, drawing)}</span></li>`)}</ul>`,
  );
}

/** So many characters of an answer leave room for another beside it. */
const SHORT_OPTION = 30;
/** And so many, in large print. */
const BRIEF_OPTION = 13;

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

// Nothing here is cut out: the other side of the paper has its own tasks. Cards to cut are a sheet of their own (`sorting-cards.ts`).
function cards(mixed: NodeOf<'mixedCards'>): Html {
  const isBrief = allOf(mixed, 'cardWords').every((card) => toWords([card]).length <= BRIEF_CARD);
  return html`<p class="sheet__note">Write each number into its box.</p><div class="sheet__sort${isBrief ? ' sheet__sort--brief' : ''}">${draw(mixed.children)}</div>`;
}

/** Cards of so many characters lie three in a row, in large print too. */
const BRIEF_CARD = 14;

function remember(): Html {
  return part('What I want to remember', writeLines(6));
}

/** For pupils who would rather not watch, and for those who finish early: no one can tell which. */
function ending(lesson: Lesson): Html | '' {
  const { ending: task } = lesson.subject.pack.worksheet;
  return task === null || audienceOf(lesson) === 'adults' ? '' : part(task, writeBubbles(3));
}

function words({ vocabulary }: Lesson): Html | '' {
  if (vocabulary.length === 0) return '';
  return html`<dl class="sheet__words">${vocabulary.map(({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function part(title: Html | string, body: Html, slide = ''): Html {
  return html`<section class="sheet__part"${slide && html` data-slide="${slide}"`}><h2>${title}</h2>${body}</section>`;
}
