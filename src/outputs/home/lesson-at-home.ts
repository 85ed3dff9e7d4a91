import type { Manifest } from '../../film/manifest.ts';
import type { HelpTopic } from '../../subjects/help-topics.ts';
import { helpTopicOf, type Lesson } from '../../lesson/lesson.ts';
import { drawNamed } from '../../lesson/named-html.ts';
import { fillWords } from '../../lesson/names.ts';
import { needsApproval } from '../../subjects/pack.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { markWords } from '../../text/word-marks.ts';
import { icon } from '../../ui/icons.ts';
import { helpNow } from '../comebacks/help-now.ts';
import { agesOf } from '../library/lesson-card.ts';
import { askAtHome } from './ask-at-home.ts';
import { homeContacts, type HomeContacts } from './home-contacts.ts';
import { lessonLink } from './lesson-link.ts';
import { watchFilm, type FilmToWatch } from './watch-film.ts';
import { wayOut } from './way-out.ts';

/** What the page is made of: the lesson, what its film says of itself where one plays, who helps, and where all that pupils get lies on paper; null where a site has no such sheet. */
export type LessonAtHome = {
  readonly lesson: Lesson;
  readonly film: Pick<
    Manifest,
    'title' | 'length' | 'contentNote' | 'endsWithHelp' | 'confirmed'
  > | null;
  readonly on: HomeContacts;
  readonly onPaper: string | null;
  /** That film, where it is ours and anyone may watch it; null where the school shows it. */
  readonly watch?: FilmToWatch | null;
};

/** What holds in every lesson that may be close to home, as the page for parents says it. */
export const PROMISES =
  'Nobody is asked about their own life. Nothing private is shown. Nobody is frightened or blamed.';

/** What of it holds with a film of which no one has confirmed what it shows. */
export const PROMISES_WITH_ANY_FILM = 'Nobody is asked about their own life.';

/** One lesson as parents and carers read of it: what the lesson’s own head says, and nothing of its notes, its questions or what a class answered. */
export function lessonAtHomePage({ watch = null, ...about }: LessonAtHome): Slots {
  const { lesson, film, on, onPaper } = about;
  const { title } = lessonLink(lesson);
  const isClose = needsApproval(lesson.subject);
  const hasHelp = lesson.subject.pack.help.from === 'helplines';
  const main = html`<h1>${title}</h1>
${hasHelp ? helpNow('adults', on) : ''}
<p class="lead">What the lesson is about, in a few words, and how to talk about it at home.</p>
<ul class="facts">${facts(lesson, film)}</ul>
<div class="at-home"><div>${part('about', 'What it is about', [
    html`<p>${lesson.summary === '' ? html`${lesson.title}.` : lesson.summary}</p>`,
    noteOf(lesson, film),
    isClose ? html`<p>${promisesWith(film)}</p>` : '',
  ])}${filmPart(film, lesson, watch)}${part('say', 'What your child should be able to say', [
    lesson.objectives.length === 0
      ? ''
      : html`<ul>${lesson.objectives.map((one) => html`<li>“${one}”</li>`)}</ul>`,
  ])}${part('ask', 'Three questions to ask', [
    html`<ol class="ask">${askAtHome(lesson).map((one) => html`<li>“${one}”</li>`)}</ol>`,
    isClose ? closeToHome : html`<p>A few minutes are plenty. Let them be the one who knows.</p>`,
  ])}${part('words', 'Words they learned', [
    lesson.vocabulary.length === 0
      ? ''
      : html`<dl class="home-words">${lesson.vocabulary.map(({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>`,
  ])}</div><div>${helpPart(lesson, on)}${part('all', 'See all of it', [
    html`<p>You may see everything that your child sees. Ask ${whereTaught(lesson)}, or look here:</p>`,
    html`<ul class="home-links"><li><a href="../../read/${lesson.slug}/">The slides, as the class sees them</a></li>${onPaper === null ? '' : html`<li><a href="../../${onPaper}">Everything in this lesson, on paper</a></li>`}<li><a href="../">For parents and carers: all our pages</a></li></ul>`,
  ])}</div></div>
<div class="parents__take screen-only"><p data-send-on hidden><button type="button" class="button">Share this page</button> <button type="button" class="button">Copy its link</button> <span role="status"></span></p></div>`;
  return {
    // What a tab shows is short, and begins with the lesson.
    title: String(html`${fillWords(lesson.title, lesson.names)} · For parents`),
    main: drawNamed(main, lesson.names),
    leave: hasHelp ? String(wayOut('../../')) : '',
  };
}

const closeToHome = html`<p>Talk about a story, or about other people. Please don’t ask whether it has happened to them. Side by side is easier than face to face: in the car, on a walk.</p>
<p>If they don’t want to talk, that’s all right. Say: “You won’t be in trouble with me. You can come to me with anything.”</p>`;

function facts({ stage, minutes }: Lesson, film: LessonAtHome['film']): Html[] {
  return [
    ...(stage === null ? [] : [html`<li>${icon('people')}${agesOf(stage)}</li>`]),
    ...(minutes === null ? [] : [html`<li>${icon('clock')}${minutes} minutes</li>`]),
    ...(film === null ? [] : [html`<li>${icon('film')}With a film</li>`]),
  ];
}

// A film that plays says itself what is in it.
function noteOf({ contentNote }: Lesson, film: LessonAtHome['film']): Html | '' {
  return contentNote === '' || (film !== null && film.contentNote !== '')
    ? ''
    : html`<p>What is in it: ${contentNote}</p>`;
}

function promisesWith(film: LessonAtHome['film']): string {
  return film === null || showsNobody(film) ? PROMISES : PROMISES_WITH_ANY_FILM;
}

function showsNobody({ confirmed }: NonNullable<LessonAtHome['film']>): boolean {
  return confirmed?.['no one nude or hurting themselves'] !== undefined;
}

function filmPart(
  film: LessonAtHome['film'],
  lesson: Lesson,
  watch: FilmToWatch | null,
): Html | '' {
  if (film === null) return '';
  const ends = film.endsWithHelp === true && film.confirmed?.['watched to the end'] !== undefined;
  return part('film', 'The film', [
    watch === null
      ? html`<p><b>${film.title}</b>, ${lengthWords(film.length)}. ${film.contentNote}</p>`
      : watchFilm(watch, '../../'),
    html`<p>${needsApproval(lesson.subject) && showsNobody(film) ? 'Nobody is shown nude, or hurting themselves. ' : ''}${ends ? 'It ends with help. ' : ''}${watch === null ? html`You can ask ${whereTaught(lesson)} to show it to you.` : 'Watch it yourself first, before you talk about it.'}</p>`,
  ]);
}

// As the lesson’s subject has it for the class.
function helpPart(lesson: Lesson, on: HomeContacts): Html | '' {
  const { help } = lesson.subject.pack;
  const topic = helpTopicOf(lesson);
  switch (help.from) {
    case 'helplines':
      return part('help', 'If something has happened', [
        happened(topic),
        html`<h3>Who can help you</h3>${homeContacts('parents', { ...on, topic })}`,
      ]);
    case 'school':
      return part('help', help.title, [
        html`<ul>${help.lines.map((line) => html`<li>${line}</li>`)}</ul>`,
      ]);
    case 'nobody':
      return '';
  }
}

function happened(topic: HelpTopic): Html {
  const thanks = '“Thank you for telling me” is a good way to begin.';
  switch (topic) {
    case 'pictures':
      return html`<p>${thanks} Don’t look at a picture, and don’t pass one on. <a href="../#if-something-has-happened">What to do tonight, one step at a time</a></p>`;
    case 'money':
      return html`<p>${thanks} Send no money on, and none back. Keep the messages, and call the bank together: the number is on the card.</p>`;
    case 'consent':
    case 'talk':
      return html`<p>${thanks} Listen first. They choose how much to say.</p>`;
  }
}

// A lesson for a youth club is no school’s, also on a school’s site.
function whereTaught({ setting }: Lesson): Html | string {
  return setting === 'youth work' ? 'the club' : markWords('{the school}');
}

function lengthWords(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}

function part(id: string, heading: string, inside: readonly (Html | '')[]): Html | '' {
  const there = inside.filter((one) => one !== '');
  return there.length === 0
    ? ''
    : html`<section class="parents__part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${heading}</h2>${there}</section>`;
}
