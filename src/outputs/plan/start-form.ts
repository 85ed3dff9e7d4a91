import {
  recommendedVersion,
  shortVersionName,
  versionName,
  versionsOf,
  type Version,
} from '../../lesson/versions.ts';
import { ticksFor, type TodayTick } from '../../school/before-teaching.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import { markWords } from '../../text/word-marks.ts';
import { icon, type IconName } from '../../ui/icons.ts';
import { deckNeedsApproval, type Deck } from '../board/deck.ts';
import { reviewOf } from './review-words.ts';
import { startDrawings } from './start-drawings.ts';
import { ENDS_LIKE, oneScreen, startWords } from './start-words.ts';

/** What the start of a lesson is drawn with: the lesson, whether a program is there that tablets could reach, how many pupils the lesson is for where nothing is remembered, and how many a room takes. */
type StartParts = {
  readonly deck: Deck;
  readonly hasDevices: boolean;
  readonly pupils: number;
  readonly maxPupils: number;
};

/** The start of a lesson as it is where nothing is remembered, typed or looked up yet: the presenter’s page has it in it, and its script goes on with these very elements (`StartPanel`). */
export function startForm({ deck, hasDevices, pupils, maxPupils }: StartParts): Html {
  const versions = versionsOf(deck);
  const version = recommendedVersion(versions);
  const words = startWords[deck.audience];
  const isGated = deckNeedsApproval(deck);
  const isApprovedFirst = isGated && deck.audience === 'pupils';
  return html`<header class="start-head"><a class="site-mark" href="../../"><svg viewBox="0 0 27 27" aria-hidden="true">${trusted(startDrawings.mark)}</svg>Wholeclass</a><a href="../../lesson/${deck.slug}/">Cancel</a></header>
<main class="start start--rows">
<div class="start__rows">
<h1>Start: ${deck.boardTitle}</h1>
<p class="start__lead">Look through it once${isGated ? ', then tick three boxes.' : ', then start.'}</p>
${versions.length > 1 && version !== undefined ? versionRow(versions, version) : null}
${bellRow(version)}
<div class="row"><span class="row__name">${markWords(hasDevices ? words.answer : words.byHands)}</span><div class="row__inside">${hasDevices && deck.audience === 'pupils' ? deviceChoice() : null}${stepper(markWords(words.count), pupils, maxPupils)}<span aria-hidden="true">${markWords(words.here)}</span></div></div>
${screenRow()}
${isGated ? todayRow(deck) : null}
</div>
<aside class="card start__side" aria-label="Start the lesson">
${deck.slides.length > 0 ? html`<div class="slide-frame start__slide" aria-hidden="true" inert></div>` : null}
${isApprovedFirst ? html`<p class="gates__line">Looking up the approval…</p>` : null}
<button type="button" class="${isApprovedFirst ? 'button' : 'button button--main'}">${iconBox('play')}<span>Start the lesson</span></button>
<div class="start__wait" role="status"></div>
<ol class="start__does"><li>This slide opens on the projector.</li><li>Notes and one main button stay here.</li><li>Pause hides everything, at any moment.</li></ol>
${isGated ? reviewLine(deck) : null}
<p class="start__try"><a href="./?rehearse">${markWords('Practise with a pretend {class}')}</a> or <a href="./?preview">preview the slides</a></p>
</aside>
</main>`;
}

function versionRow(all: readonly Version[], chosen: Version): Html {
  return html`<div class="row" role="group" aria-labelledby="row-version"><span class="row__name" id="row-version">Version</span><div class="segments">${all.map(
    (one) =>
      html`<label>${radio('version', one === chosen, versionName(one, all))}${shortVersionName(one, all)}</label>`,
  )}</div></div>`;
}

function bellRow(version: Version | undefined): Html {
  const minutes = version?.minutes ?? null;
  const takes =
    minutes === null ? '' : `It takes ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
  return html`<div class="row"><label for="bell">Lesson ends at</label><div class="row__inside bell"><input id="bell" type="text" inputmode="numeric" autocomplete="off" size="6" placeholder="${ENDS_LIKE}" aria-invalid="false" aria-describedby="bell-help"><span id="bell-help" class="bell__help" role="status">${takes}</span><span class="bell__now"></span></div></div>`;
}

function deviceChoice(): Html {
  return html`<fieldset class="segments-only"><legend class="unseen">${markWords('{Pupil devices}')}</legend><div class="segments"><label>${radio('devices', true)}${iconBox('hand')}Hands up</label><label>${radio('devices', false)}${iconBox('tablet')}${markWords('{School tablets}')}</label><label>${radio('devices', false)}Shared tablets</label></div></fieldset>`;
}

function stepper(label: Html, value: number, max: number): Html {
  return html`<div class="stepper"><label class="stepper__label" for="pupils">${label}</label><button type="button" class="button stepper__step" aria-label="One fewer">${iconBox('minus')}</button><input id="pupils" class="stepper__number" type="number" inputmode="numeric" autocomplete="off" min="0" max="${max}" value="${value}"><button type="button" class="button stepper__step" aria-label="One more">${iconBox('plus')}</button></div>`;
}

function screenRow(): Html {
  return html`<div class="row" role="group" aria-labelledby="row-screens"><span class="row__name" id="row-screens">Screens <span data-one hidden>${oneScreen.found}</span></span><div class="row__inside"><div class="screen-cards">${screenCard('two', html`<b>Two screens</b><span>Notes here, slides on the projector</span>`)}${screenCard('one', html`<b>One screen</b><span>${markWords('{Pupils} see everything. Print your notes')}</span>`)}</div><p class="screens" role="status" data-one hidden>${markWords(oneScreen.means)}</p></div></div>`;
}

function screenCard(which: 'one' | 'two', words: Html): Html {
  return html`<label class="screen-card">${radio('screens', which === 'two')}<svg viewBox="0 0 100 56" aria-hidden="true">${trusted(startDrawings[which])}</svg><span>${words}</span></label>`;
}

function todayRow({ audience, film }: Deck): Html {
  return html`<div class="row"><span class="row__name">Today <span>3 ticks, every time</span></span><fieldset class="gates"><legend class="unseen">Today</legend>${ticksFor(audience).map((tick) => (tick === 'lead' ? leadTick(startWords[audience].ticks.lead) : todayTick(tick, { words: startWords[audience].ticks[tick], hasFilm: tick === 'watched' && film !== null })))}</fieldset></div>`;
}

type Ticked = { readonly words: string; readonly hasFilm: boolean };

function todayTick(tick: TodayTick, { words, hasFilm }: Ticked): Html {
  return html`<p class="gates__tick">${tickLabel(tick, words)} ${hasFilm ? html`<button type="button" class="gates__watch">Watch the film</button>` : null}</p>`;
}

function leadTick(words: string): Html {
  return html`<div class="gates__tick gates__lead">${tickLabel('lead', words)}<input id="lead-today" type="text" autocomplete="off" maxlength="80" placeholder="Name or role" aria-label="Who is in the building?" aria-invalid="false"></div>`;
}

function tickLabel(tick: TodayTick, words: string): Html {
  return html`<label><input id="tick-${tick}" type="checkbox"><span>${markWords(words)}</span></label>`;
}

function reviewLine({ staff }: Deck): Html {
  const { isReviewed, words } = reviewOf(staff?.reviewedBy ?? [], staff?.review ?? null);
  return html`<p class="gates__line">${iconBox(isReviewed ? 'check' : 'look')}<span>${words}</span></p>`;
}

function radio(name: string, isOn: boolean, label?: string): Html {
  return html`<input type="radio" name="${name}"${label === undefined ? null : html` aria-label="${label}"`}${isOn ? trusted(' checked') : null}>`;
}

function iconBox(name: IconName): Html {
  return html`<span class="icon-box">${icon(name)}</span>`;
}
