import type { Setting } from '../../text/wording.ts';
import { dayWords } from '../../text/day.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import { dayTitle } from './calendar.ts';
import { fill, NO_DETAILS, type Details } from './details.ts';
import { keyMessages, pieces, wording, type Piece } from './pieces.ts';
import { filmPart, type OurFilm } from './our-film.ts';
import { drawPost, pictureSizes, posterSizes, UNSIGNED } from './post-picture.ts';
import { postSvg } from './post-svg.ts';
import { platforms, posts, type Post } from './posts.ts';
import { schedule, weekday } from './schedule.ts';

const parts = [
  ['kit-details', 'Your details'],
  ['messages', 'Key messages'],
  ['copy', 'Copy'],
  ['posts', 'Posts and pictures'],
  ['posters', 'Posters'],
  ['film', 'A film to show'],
  ['days', 'Schedule'],
  ['wording', 'Do and don’t'],
] as const;

/** What decides the page: whose words it has, and what the posts’ pictures lie beside it as. */
export type KitFacts = {
  readonly setting: Setting;
  readonly pictures: 'svg' | 'png';
  readonly film?: OurFilm | null;
};

/** The kit for a club, a parish or a library as one document. A text with `data-text` is filled in again by the page’s script as details are put in. */
export function supportersPage({ setting, pictures, film = null }: KitFacts): Slots {
  const details: Details = { ...NO_DETAILS, setting };
  const main = html`<h1 tabindex="-1">Help spread the word</h1>
<p class="lead">Words, posts and pictures for a youth club, a parish, a library or a school. No pressure for private pictures, and help for anyone who needs it.</p>
<p class="kit-help screen-only"><a class="button" href="../help/adults/">Worried about a child? Get help now</a></p>
<nav class="kit-nav" aria-label="On this page"><ul>${parts
    .filter(([id]) => id !== 'film' || film !== null)
    .map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${form(setting)}${messages(details)}${copy(details)}${postsPart(details, pictures)}${postersPart()}${film === null ? '' : filmPart(film)}${days(details)}${wordingPart()}${history()}`;
  return { main: String(main) };
}

function form(setting: Setting): Html {
  const choice = (value: Setting, words: string) =>
    html`<label class="tick"><input type="radio" name="setting" value="${value}" ${value === setting ? trusted('checked') : ''}> ${words}</label>`;
  return html`<section class="card kit-part kit-form" id="kit-details" aria-labelledby="kit-details-title"><h2 id="kit-details-title">Add your details once</h2>
<noscript><p class="advice">Filling in, pictures as PNG and the download need JavaScript. The words and the drawings below can be used without it.</p></noscript>
<form class="kit-fields" id="details" hidden><fieldset class="choice-row"><legend>Where do you meet young people?</legend>
${choice('youth-work', 'A youth club, church, mosque or library')}${choice('school', 'A school')}<input type="text" name="said" aria-label="Something was filled in" hidden></fieldset>
<p class="field"><label for="kit-name">Organisation</label><input type="text" id="kit-name" name="name" autocomplete="organization"></p>
<p class="field"><label for="kit-contact">How to reach you</label><span class="field__help" id="contact-help">An e-mail, a telephone number or an address of yours that someone looks after.</span><input type="text" id="kit-contact" name="contact" aria-describedby="contact-help"></p>
<fieldset class="choice-row" id="kit-signpost" hidden><legend>Which page do you lead people to?</legend>
${signposts.map(([value, words], at) => html`<label class="tick"><input type="radio" name="signpost" value="${value}"${at === 0 ? html` checked` : ''}> ${words}</label>`)}</fieldset>
<p class="field"><label for="kit-address">A page to read more on</label><span class="field__help" id="address-help">It goes on every post, text, picture and poster, with a code to scan. “Comebacks” has no code: it is for young people, who need no phone for it.</span><input type="text" id="kit-address" name="address" inputmode="url" autocapitalize="none" spellcheck="false" aria-describedby="address-help"></p>
<p class="field"><label for="kit-logo">Your logo, for the pictures</label><span class="field__help" id="logo-help">A PNG, JPEG, WebP or SVG. It stays in this browser, and is gone when you close the page.</span><input id="kit-logo" type="file" accept="image/png,image/jpeg,image/webp,image/svg+xml" aria-describedby="logo-help"></p>
<div class="kit-zip"><button class="button button--main button--big" type="submit" id="zip">Download everything</button><progress id="zip-progress" max="1" value="0" aria-label="How much of the kit is made" hidden></progress></div></form>
<p class="kit-told" id="told" role="status"></p></section>`;
}

/** The pages that a kit may lead to: two of this site, or one that is typed. */
const signposts = [
  ['parents', 'This site’s page for parents and carers'],
  ['comebacks', '“Comebacks” here, for young people'],
  ['own', 'A page of yours'],
] as const;

function text(id: string, words: string, details: Details): Html {
  return html`<div class="kit-text" data-text="${id}">${fill(words, details)}</div>`;
}

function copyButton(id: string, name: string): Html {
  return html`<button class="button" type="button" data-copy="${id}" aria-label="Copy: ${name}" hidden>Copy</button>`;
}

function messages(details: Details): Html {
  return html`<section class="kit-part" id="messages" aria-labelledby="messages-title"><h2 id="messages-title">Key messages</h2>
<ul class="kit-messages">${keyMessages.map((line, at) => html`<li data-text="message-${at}">${fill(line, details)}</li>`)}</ul></section>`;
}

function copy(details: Details): Html {
  const piece = ({
    id,
    title,
    use,
    text: words,
  }: Piece) => html`<article class="card kit-piece" aria-labelledby="${id}-title">
<div class="kit-piece__head"><div><h3 id="${id}-title">${title}</h3><p class="kit-help">${use}</p></div>${copyButton(id, title)}</div>${text(id, words, details)}</article>`;
  return html`<section class="kit-part" id="copy" aria-labelledby="copy-title"><h2 id="copy-title">Copy</h2>${pieces.map(piece)}</section>`;
}

function postsPart(details: Details, pictures: KitFacts['pictures']): Html {
  const lengths = platforms.map(
    ({ name, max: limit }) => html`<li>${name} <b>${limit.toLocaleString('en-GB')}</b></li>`,
  );
  return html`<section class="kit-part" id="posts" aria-labelledby="posts-title"><h2 id="posts-title">Posts and pictures</h2>
<p>The short words fit everywhere. The long ones fit wherever a post may have 500 characters. Put the alt text in with the picture: screen readers read it out.</p>
<p class="kit-help" id="limits">Character limits (November 2026):</p><ul class="facts" aria-labelledby="limits">${lengths}</ul>
${posts.map((post) => postCard(post, details, pictures))}</section>`;
}

function postCard(
  { id, title, short, long, picture }: Post,
  details: Details,
  pictures: KitFacts['pictures'],
): Html {
  const [square] = pictureSizes;
  const length = (name: string, words: string) =>
    html`<div class="kit-length"><div class="kit-piece__head"><h4>${name} <span class="kit-count" data-count="${id}-${name.toLowerCase()}">${[...fill(words, details)].length} characters</span></h4>${copyButton(`${id}-${name.toLowerCase()}`, `${title}, ${name.toLowerCase()}`)}</div>${text(`${id}-${name.toLowerCase()}`, words, details)}</div>`;
  return html`<article class="card kit-piece kit-post" aria-labelledby="${id}-title"><h3 id="${id}-title">${title}</h3>
<div class="kit-post__picture"><div data-picture="${id}">${square === undefined ? '' : postSvg(drawPost(picture, square, UNSIGNED), square, { alt: picture.alt })}</div>
<ul class="kit-sizes">${pictureSizes.map((size) => html`<li><a href="./pictures/${id}-${size.id}.${pictures}" download data-size="${size.id}" data-of="${id}"><span class="unseen">Save “${title}”:</span> <b>${size.id}</b> ${size.width} × ${size.height}</a><span class="kit-help">${size.use}</span></li>`)}</ul></div>
<div class="kit-post__words">${length('Short', short)}${length('Long', long)}
<div class="kit-length"><div class="kit-piece__head"><h4>Alt text</h4>${copyButton(`${id}-alt`, `${title}, alt text`)}</div>${text(`${id}-alt`, picture.alt, details)}</div></div></article>`;
}

function postersPart(): Html {
  const choice = (id: string, title: string) => html`<option value="${id}">${title}</option>`;
  const paper = ({ id, use }: (typeof posterSizes)[number], at: number) =>
    html`<label class="tick"><input type="radio" name="poster-paper" value="${id}"${at === 0 ? html` checked` : ''}> ${id.toUpperCase()}: ${use.toLowerCase()}</label>`;
  return html`<section class="kit-part" id="posters" aria-labelledby="posters-title"><h2 id="posters-title">Posters</h2>
<noscript><p class="advice">Posters need JavaScript. The pictures above can be printed without it.</p></noscript>
<div class="card kit-poster" id="poster" hidden><div class="kit-poster__picture" data-poster></div>
<div class="kit-poster__choice"><p class="field"><label for="poster-post">What it says</label><select id="poster-post">${posts.map(({ id, picture }) => choice(id, picture.rows.join(' ')))}</select></p>
<fieldset class="choice-row"><legend>Paper</legend>${posterSizes.map(paper)}</fieldset>
<p class="kit-buttons"><button class="button button--main" type="button" id="poster-print">Print, or save as PDF</button><button class="button" type="button" id="poster-save">Save as a picture</button></p>
<p class="kit-help">Put it where people pass and can read it without stopping, with someone to talk to nearby.</p></div></div></section>`;
}

function days(details: Details): Html {
  const row = (day: (typeof schedule)[number]) =>
    html`<tr><th scope="row">${weekday(day.on)}<br>${dayWords(day.on)}</th><td>${dayTitle(day, details)}</td></tr>`;
  return html`<section class="kit-part" id="days" aria-labelledby="days-title"><h2 id="days-title">Schedule</h2>
<p>Safer Internet Day is on Tuesday 9 February 2027, if it follows the usual pattern. Its theme is to be announced.</p>
<p class="kit-buttons"><button class="button" type="button" id="ics" hidden>Save for a calendar (.ics)</button><button class="button" type="button" id="csv" hidden>Save as a table (.csv)</button></p>
<table class="kit-days"><thead><tr><th scope="col">Day</th><th scope="col">What</th></tr></thead><tbody>${schedule.map(row)}</tbody></table></section>`;
}

function wordingPart(): Html {
  const row = ({ say, not, why }: (typeof wording)[number]) =>
    html`<li class="card kit-wording"><p><b>Do</b> ${say}.</p><p><b>Don’t</b> ${not}.</p><p class="kit-help">${why}</p></li>`;
  return html`<section class="kit-part" id="wording" aria-labelledby="wording-title"><h2 id="wording-title">Do and don’t</h2>
<p>For words of your own.</p><ul class="kit-wordings">${wording.map(row)}</ul></section>`;
}

const history =
  () => html`<section class="kit-part" aria-labelledby="history-title"><h2 id="history-title">Where it comes from</h2>
<p>On Safer Internet Day 2016, Staffordshire and Stoke-on-Trent began a campaign with a film that young people had made, under the hashtag #saynotosexting. The hashtag is part of its history. Today the words lead with pressure, consent and help, so please use #SaferInternetDay instead. The film belongs to those who made it, and is not in this kit: please don’t share copies or old addresses of the campaign.</p></section>`;
