import type { Slots } from '../text/fill-page.ts';
import { html, type Html } from '../text/html.ts';
import { drawing } from './drawing.ts';
import { icon, iconNames } from './icons.ts';
import { colourGroups, scales, type ColourGroup } from './styles-lists.ts';

/** A slide as the page shows it: what it is called, and its HTML as a preview has it. */
export type ShownSlide = { readonly name: string; readonly slide: Html };

/** The one design system, shown with itself: what it is made of, and every part that pages share. */
export function stylesPage({ slides }: { readonly slides: readonly ShownSlide[] }): Slots {
  const main = html`<h1 tabindex="-1">One look for everything</h1>
<p class="lead">Pages, board and paper take their colour, type and space from one list of tokens. This is all of it, shown with itself.</p>
${looks()}${parts.map(([id, name, inside]) => part(id, name, inside()))}${part('slides', 'On the board', slideList(slides))}`;
  return { main: String(main) };
}

const parts: readonly (readonly [id: string, name: string, inside: () => Html])[] = [
  ['colours', 'Colours', () => html`<div class="colour-groups">${colourGroups.map(colours)}</div>`],
  ['type', 'Type', type],
  ['space', 'Space and corners', space],
  ['buttons', 'Buttons', buttons],
  ['fields', 'Fields', fields],
  ['cards', 'Cards and notices', cards],
  ['icons', 'Icons', iconList],
  ['charts', 'Charts and tables', charts],
];

function part(id: string, name: string, inside: Html): Html {
  return html`<section class="styles-part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${name}</h2>${inside}</section>`;
}

/** What the page’s script switches; without it the page is as the device asks for. */
function looks(): Html {
  const names = [
    ...parts.map(([id, name]) => [id, name] as const),
    ['slides', 'On the board'] as const,
  ];
  const choice = (value: string, words: string, isOn = false) =>
    html`<label class="tick"><input type="radio" name="scheme" value="${value}"${isOn ? html` checked` : ''}> ${words}</label>`;
  return html`<nav class="styles-nav" aria-label="On this page"><ul>${names.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<div class="card styles-looks" id="looks" role="group" aria-label="How this page looks" hidden><fieldset class="choice-row"><legend>Show this page</legend>${choice('', 'as this device asks', true)}${choice('light', 'light')}${choice('dark', 'dark')}</fieldset>
<label class="tick"><input type="checkbox" name="contrast"> with more contrast</label>
<button class="button" type="button" data-print hidden>${icon('print')} Print it</button></div>
<p class="styles-note">Where a device has colours of its own (a contrast theme in Windows), they take the place of all of these, and every button keeps an edge. Paper is always dark on white.</p>`;
}

function colours({ title, about, tokens }: ColourGroup): Html {
  return html`<section><h3>${title}</h3><p class="styles-about">${about}</p><ul class="swatches">${tokens.map(
    ({ name, use, ink }) =>
      html`<li class="swatch"><span class="swatch__colour swatch--${name}" aria-hidden="true">${ink === null ? '' : html`<span class="swatch__ink ink--${ink}">Aa</span>`}</span><b>${name}</b><span class="swatch__value" data-colour="${name}"></span>${ink === null ? '' : html`<span class="swatch__value" data-ink="${ink}" data-on="${name}"></span>`}<span>${use}</span></li>`,
  )}</ul></section>`;
}

function type(): Html {
  return html`<p class="styles-about">Headings and buttons in Lexend, text in Atkinson Hyperlegible Next; both come with the pages. Readers choose Andika and more space in the reading view and on paper.</p>
<ul class="type-scale">${scales.type.map(({ name, px, use }) => html`<li><span class="type-scale__sample type--${name}">A no is an answer</span><span class="styles-about"><b>${name}</b> ${px} px, ${use}</span></li>`)}</ul>
<p class="styles-about">On the board, of a height of 720: 92, 76, 54, 44 and 36. Nothing is smaller than 36, which is a twentieth of it. On paper nothing is under 12 pt, and on cards nothing under 14.</p>`;
}

function space(): Html {
  return html`<ul class="space-scale">${scales.space.map(({ name, px }) => html`<li><span class="space-scale__bar space--${name}" aria-hidden="true"></span><span><b>${name}</b> ${px} px</span></li>`)}</ul>
<ul class="corners"><li class="corner corner--small">radius-small, 12 px: buttons, fields, notices</li><li class="corner">radius, 16 px: cards</li><li class="corner corner--shadow">shadow: cards alone, one and soft</li></ul>
<p class="styles-about">What moves fades in 160 ms, and not at all where a device asks for less. Nothing bounces, nothing flashes.</p>`;
}

function buttons(): Html {
  return html`<p class="styles-about">A button says what happens. The main one is there once on a screen, and largest. All are 44 px high or more.</p>
<p class="styles-row"><button class="button button--main button--big" type="button">${icon('play')} Teach this lesson</button></p>
<p class="styles-row"><button class="button button--main" type="button">Close the poll</button><button class="button" type="button">${icon('print')} Print my notes</button><button class="button button--dark" type="button">Pause the board <kbd class="key" aria-hidden="true">B</kbd></button><button class="button button--film" type="button">${icon('film')} Play</button><button class="button button--quiet" type="button">Leave</button></p>
<p class="styles-row"><button class="button" type="button" aria-pressed="true">Pressed</button><button class="button" type="button" disabled>Not now</button><a class="button" href="#buttons">A link that is a button</a></p>
<ul class="choices styles-choices"><li><a class="choice" href="#buttons">One thing to choose</a></li><li><a class="choice" href="#buttons">Another one</a></li></ul>`;
}

function fields(): Html {
  return html`<div class="styles-fields"><p class="field"><label for="f-words">A few words</label><span class="field__help" id="f-help">This line says what it is for.</span><input id="f-words" type="text" aria-describedby="f-help" autocomplete="off"></p>
<p class="field"><label for="f-day">A day</label><input id="f-day" type="date"></p>
<p class="field"><label for="f-file">A file</label><input id="f-file" type="file"></p>
<fieldset class="choice-row"><legend>One of these</legend><label class="tick"><input type="radio" name="one" checked> This</label><label class="tick"><input type="radio" name="one"> That</label></fieldset>
<div class="ticks"><label class="tick"><input type="checkbox" checked> Ticked</label><label class="tick"><input type="checkbox"> To be ticked</label><label class="tick"><input type="checkbox" disabled> Not now</label></div></div>`;
}

function cards(): Html {
  return html`<ul class="styles-cards"><li class="card styles-card"><div class="styles-card__picture">${drawing('for-the-whole-world-to-see')}</div><div class="styles-card__words"><h3>A card</h3><p>One thing, with its own drawing of the cast.</p><ul class="facts"><li>${icon('clock')} 20 or 40 min</li><li>${icon('hand')} No devices needed</li></ul></div></li>
<li class="advice"><b>Advice.</b> Something worth knowing before you go on. It is never red, since nothing here is wrong.</li>
<li class="help"><p class="help__title">You can tell someone</p><ul><li><b>An adult you trust</b>, at home, in school or anywhere</li><li><b>Childline</b> 0800 1111, free</li></ul></li>
<li class="film-note"><b>The film</b> has its own colour, and so has everything that stops it.</li></ul>
<p class="styles-row"><span class="chip">Ages 11–14</span><span class="chip">Rehearsal</span></p>`;
}

function iconList(): Html {
  return html`<p class="styles-about">Strokes of one weight, always beside words: none is used without them.</p><ul class="icon-list">${iconNames.map((name) => html`<li>${icon(name)}<span>${name}</span></li>`)}</ul>`;
}

function charts(): Html {
  return html`<p class="styles-about">Twelve equal blocks, so that halves, thirds and quarters are whole; words first, never a count. A class of dots, and nobody in it singled out.</p>
<ul class="bands">${scales.bands.map(({ words, full, maybe }) => html`<li><b>${words}</b><span class="bands__blocks" aria-hidden="true">${Array.from({ length: 12 }, (_, at) => html`<i class="${at < full ? 'full' : at < full + maybe ? 'maybe' : ''}"></i>`)}</span></li>`)}</ul>
<table class="styles-table"><caption>The lesson in time</caption><thead><tr><th scope="col">Part</th><th scope="col">Minutes</th></tr></thead><tbody>${scales.parts.map(({ title, minutes }) => html`<tr><th scope="row">${title}</th><td>${minutes}</td></tr>`)}</tbody></table>`;
}

function slideList(slides: readonly ShownSlide[]): Html {
  return html`<p class="styles-about">The board is light in every look: it is what a class sees, in daylight, from the back row. A stop has its own ground, so that the room feels the change from watching to talking.</p>
<ul class="styles-slides">${slides.map(({ name, slide }) => html`<li><div class="slide-frame" inert aria-hidden="true">${slide}</div><span class="styles-about">${name}</span></li>`)}</ul>`;
}
