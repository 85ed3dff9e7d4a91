import { allCuts } from '../../lesson/cuts.ts';
import type { Lesson } from '../../lesson/lesson.ts';
import {
  recommendedVersion,
  versionLine,
  versionName,
  versionsOf,
  versionWords,
  type Version,
} from '../../lesson/versions.ts';
import { cares } from '../../subjects/pack.ts';
import { html, type Html } from '../../text/html.ts';

/** The versions of a lesson, as the deck of its board has them too. */
export function lessonVersions(lesson: Lesson): readonly Version[] {
  const cuts = allCuts(lesson)
    .filter(({ name }) => name !== 'full')
    .map(({ name, sessions }) => ({ name, sessions: sessions.map(({ blocks }) => blocks) }));
  return versionsOf({ blocks: lesson.blocks, cuts });
}

/** “Choose a version”, the longest that fits a school's lesson first chosen; empty for a lesson with one version. */
export function planVersions(lesson: Lesson): Html | '' {
  const all = lessonVersions(lesson);
  if (all.length < 2) return '';
  const usual = recommendedVersion(all);
  return html`<fieldset class="versions"><legend><h2>Choose a version</h2></legend>
<div class="versions__list">${all.map((one) => row(one, { all, lesson, isUsual: one === usual }))}</div></fieldset>`;
}

type Row = {
  readonly all: readonly Version[];
  readonly lesson: Lesson;
  readonly isUsual: boolean;
};

function row(version: Version, { all, lesson, isUsual }: Row): Html {
  const { cut, session } = version;
  // Without script nothing is chosen here: the start chooses.
  return html`<label class="versions__one"><input type="radio" name="version" data-cut="${cut ?? ''}" data-session="${session}"${isUsual ? html` data-usual` : ''} hidden>
<span class="versions__words"><b>${versionName(version, all)}</b> <span class="versions__line">${versionLine(version)}</span> <span class="versions__all">${versionWords(version)}</span>${bar(version, lesson)}</span></label>`;
}

// What the version is made of, in proportion: said in its words too, so an ornament to a screen reader.
function bar({ blocks, minutes }: Version, lesson: Lesson): Html | '' {
  if (minutes === null || minutes === 0 || blocks.length > 16) return '';
  const hasClose = cares(lesson.subject, 'help slide');
  const kinds = blocks.map((id, at) => {
    const block = lesson.blocks.find((one) => one.id === id);
    const isFilm = block?.slides.some(({ kind }) => kind === 'film') ?? false;
    const kind = isFilm ? 'film' : hasClose && at === blocks.length - 1 ? 'close' : 'lesson';
    return { kind, minutes: block?.minutes ?? 0 };
  });
  const whole = kinds.reduce((all, one) => all + one.minutes, 0);
  if (whole === 0) return '';
  const percent = (part: number) => `${Math.round((part / whole) * 10000) / 100}%`;
  let start = 0;
  const parts = kinds.map((one) => {
    const x = start;
    start += one.minutes;
    return html`<svg x="${percent(x)}" width="${percent(one.minutes)}" height="8"><rect class="versions__part--${one.kind}" width="100%" height="8" rx="4"/></svg>`;
  });
  const has = (kind: string) => kinds.some((one) => one.kind === kind);
  const key = (kind: string, words: string) =>
    has(kind) ? html`<span class="versions__key versions__key--${kind}">${words}</span>` : '';
  return html`<span class="versions__bar" aria-hidden="true"><svg width="100%" height="8">${parts}</svg><span class="versions__keys">${key('lesson', 'Lesson')}${key('film', 'Film')}${key('close', 'Calm close')}</span></span>`;
}
