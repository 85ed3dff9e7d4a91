import { markWords } from '../../text/word-marks.ts';
import { draw } from '../../document/to-html.ts';
import { forAdults } from '../../ui/home-foot.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import { own } from '../../text/own.ts';
import { fillFields } from '../handouts/handout-fields.ts';
import { viewOf } from '../handouts/handout-view.ts';
import type { Handout } from '../handouts/handout.ts';
import type { Piece } from '../handouts/piece.ts';
import { storedDataTable } from './stored-data.ts';
import { beforeParts, idOf, partsOf, type PagePart } from '../handouts/page-parts.ts';
import { isProgramPart, type ProgramPartName } from '../handouts/part-names.ts';
import type { ProgramFacts } from './program-facts.ts';
import { programPart } from './program-parts.ts';
import { privacyAtHome, privacyReadersNav } from './privacy-readers.ts';
import { labelTables } from '../handouts/table.ts';

/**
 * The handout that everyone reads, then those for people who answer for a school, by their names in
 * `handouts/`. The promises are a sheet of their own, and on the page in the middle of the first.
 */
const FOR_ALL = 'privacy';
const PROMISES = 'promises';
const AFTER = 'what-we-cannot-promise';
/** What is on the page line by line, below the part that says it in short: on paper it is on the sheets for those who answer for it. */
const LINE_BY_LINE: Readonly<Record<string, ProgramPartName>> = {
  'everything-that-is-kept': 'kept',
  'what-browsers-keep': 'kept in browsers',
};

const FOR_SCHOOLS: readonly string[] = ['for-it', 'for-it-running', 'accessibility'];
const TO_FILL_IN = 'data-protection';

/** The handouts that the page is made of, or leads to. */
export const privacySheets: readonly string[] = [FOR_ALL, PROMISES, ...FOR_SCHOOLS, TO_FILL_IN];

/** The promise to every pupil, wherever a home has no handout of its own. */
const PROMISE =
  'We don’t ask your name. Your {teacher} sees totals. {School computers} may still be checked to keep people safe.';

/**
 * The page that says what is stored, what is promised and who answers for it, for pupils first,
 * then for IT and data protection officers; the same words as on paper.
 */
export function privacyPage(
  sheets: readonly Handout[],
  program: ProgramFacts,
  { forEveryone = false }: { readonly forEveryone?: boolean } = {},
): Slots {
  const named = (slug: string) => sheets.find((one) => one.slug === slug);
  const forAll = named(FOR_ALL);
  const promises = named(PROMISES);
  const form = named(TO_FILL_IN);
  const parts = forAll === undefined ? [] : everybodysParts(forAll, promises);
  const schools = FOR_SCHOOLS.flatMap((slug) => named(slug) ?? []);
  const whole = html`${contents({ parts, schools, form })}<div class="privacy__text">${forAll === undefined ? bare() : parts.map((part) => everybodysPart(part, program))}${forAdults(html`${form === undefined ? '' : toFillIn(form)}${schools.map((one) => schoolsOwn(one, program))}`)}</div>`;
  if (forEveryone) return { title: 'Privacy', main: String(privacyAtHome(whole)) };
  const main = html`<div class="privacy__head"><h1>What’s stored, and what isn’t</h1>${forAll === undefined ? html`<p class="lead">${markWords(PROMISE)}</p>` : opening(forAll, program)}${privacyReadersNav(sheets.map(({ slug }) => slug))}</div>
${whole}`;
  return { title: 'Privacy', main: String(main) };
}

/** A part of the page for everyone, with the handout it is from; `paper` where that handout begins here. */
type Part = PagePart & { readonly handout: Handout; readonly paper: boolean };

type Contents = {
  readonly parts: readonly Part[];
  readonly schools: readonly Handout[];
  readonly form: Handout | undefined;
};

/** The parts of the first handout, with the promises after what cannot be promised, or at the end. */
function everybodysParts(forAll: Handout, promises: Handout | undefined): readonly Part[] {
  const ofAll = partsOf(forAll.pieces).map((part) => ({ ...part, handout: forAll, paper: false }));
  const promised =
    promises === undefined
      ? []
      : partsOf(promises.pieces).map((part, at) => ({
          ...part,
          handout: promises,
          paper: at === 0,
        }));
  const after = ofAll.findIndex(({ heading: { words } }) => idOf(words) === AFTER);
  return ofAll.toSpliced(after < 0 ? ofAll.length : after + 1, 0, ...promised);
}

function contents({ parts, schools, form }: Contents): Html {
  const more = [form, ...schools].flatMap((one) =>
    one === undefined ? [] : [jump(one.slug, markWords(one.title))],
  );
  return html`<nav class="privacy__contents" id="contents" tabindex="-1" aria-label="On this page"><ul>${parts.map(({ heading: { words } }) => jump(idOf(words), markWords(words)))}</ul>${more.length === 0 ? '' : forAdults(html`<p>For the person responsible</p><ul>${more}</ul>`)}</nav>`;
}

function jump(id: string, words: Html): Html {
  return html`<li><a href="#${id}">${words}</a></li>`;
}

function bare(): Html {
  return html`<section><h2>Everything that is kept</h2>${storedDataTable()}</section>`;
}

function opening(handout: Handout, program: ProgramFacts): Html {
  return html`<div class="lead">${pieces(beforeParts(handout.pieces), { handout, program, deeper: 0 })}</div>${forAdults(onPaper(handout))}`;
}

function everybodysPart(
  { heading: { words }, inner, handout, paper }: Part,
  program: ProgramFacts,
): Html {
  const id = idOf(words);
  const lines = own(LINE_BY_LINE, id);
  const isThere = inner.some((piece) => piece.kind === 'part' && piece.name === lines);
  return html`<section class="privacy__part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${markWords(words)}</h2>${paper ? forAdults(onPaper(handout)) : ''}${pieces(inner, { handout, program, deeper: 0 })}${lines === undefined || isThere ? '' : programPart(lines, program)}${backUp()}</section>`;
}

function schoolsOwn(handout: Handout, program: ProgramFacts): Html {
  const { slug, title, pieces: all } = handout;
  const body = all.filter((piece) => piece.kind !== 'heading' || piece.level > 1);
  return html`<section class="privacy__part privacy__sheet" id="${slug}" aria-labelledby="${slug}-title"><h2 id="${slug}-title" tabindex="-1">${markWords(title)}</h2>
${onPaper(handout)}${pieces(body, { handout, program, deeper: 1 })}${backUp()}</section>`;
}

function toFillIn({ slug, title, about }: Handout): Html {
  return html`<section class="privacy__part privacy__sheet" id="${slug}" aria-labelledby="${slug}-title"><h2 id="${slug}-title" tabindex="-1">${markWords(title)}</h2>
<p>${markWords(about)}</p><p class="screen-only"><a class="button" href="../print/${slug}/">Open it, to print and fill in</a></p></section>`;
}

function onPaper({ slug }: Handout): Html {
  return html`<p class="privacy__paper screen-only"><a href="../print/${slug}/">The same on paper</a></p>`;
}

function backUp(): Html {
  return html`<p class="privacy__up screen-only"><a href="#contents">Up to the contents</a></p>`;
}

type Making = {
  readonly handout: Handout;
  readonly program: ProgramFacts;
  readonly deeper: number;
};

function pieces(all: readonly Piece[], making: Making): Html {
  return html`${all.map((piece) => onePiece(piece, making))}`;
}

function onePiece(piece: Piece, making: Making): Html | '' {
  switch (piece.kind) {
    case 'text':
      return draw(labelTables(piece.document), viewOf(making.handout, null));
    case 'heading': {
      const words = fillFields(piece.words, { audience: making.handout.audience, lesson: null });
      return piece.level + making.deeper <= 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;
    }
    case 'page':
    case 'next':
      return '';
    case 'part':
      return isProgramPart(piece.name)
        ? programPart(piece.name, making.program)
        : pieces(piece.inner, making);
  }
}
