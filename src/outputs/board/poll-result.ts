import { boardIcon } from '../../ui/board-icons.ts';
import {
  BLOCKS,
  resultNote,
  shareBlocks,
  shareText,
  type OptionShare,
  type Published,
  type Share,
} from '../../poll/disclose.ts';
import type { Option, SharedAsked } from '../../poll/question.ts';
import { html, trusted, type Html } from '../../text/html.ts';
import { drawnOr, inWords, type Drawing } from '../../text/drawing.ts';
import { headlineOf } from './finding.ts';
import { fitResult, fittingResult, isThin, type ResultFit } from './fit-result.ts';
import { isBare, questionChip, resultHead, resultOptions, rightOrder } from './result-words.ts';

/** A closed question's result: what it comes to first, then words and blocks, and one honest sentence; what is right and why, where there is a right answer. */
export function resultHtml(
  question: SharedAsked,
  published: Published,
  whole: Drawing = inWords,
): Html {
  const drawing = fittingResult(question, published, whole);
  const fit = fitResult(question, published, drawing);
  const looks = [
    'result',
    fit.bar !== null && `result--stacked result--${fit.bar}`,
    isThin(fit.bar) && 'result--thin',
    fit.tight && 'result--tight',
    isBare(published) && 'result--bare',
  ];
  const head = resultHead(question, published);
  const rows = resultOptions(question, published).map((option, at) => {
    const place = question.picks === 'order' ? at + 1 : null;
    return resultRow(option, published, { place, blocks: fit.bar !== null, drawing });
  });
  const tight = `${fit.tight ? ' answer--tight' : ''}${isThin(fit.bar) ? ' answer--close' : ''}`;
  return html`<div class="answer${tight}">${questionChip(question)}${headingHtml(question, published, { ...fit, drawing })}
<div class="result-box${fit.bar === null ? '' : ' result-box--stacked'}">${head && html`<p class="result__head">${head}</p>`}
<ul class="${looks.filter(Boolean).join(' ')}">${rows}</ul></div>
${whyHtml(question, published, { ...fit, drawing })}
<p class="slide__foot">${boardIcon('shield')}<span>${resultNote(published)}</span></p></div>`;
}

type Drawn = ResultFit & { readonly drawing: Drawing };

function headingHtml(
  question: SharedAsked,
  published: Published,
  { finding, long, drawing }: Drawn,
): Html {
  const prompt = drawnOr(question.prompt, drawing);
  if (finding === null) return html`<h2 class="${long ? 'long' : ''}">${prompt}</h2>`;
  return html`<h2 class="found found--${finding}"><span>${prompt}</span> ${headlineOf(question, published)}</h2>`;
}

function whyHtml(
  question: SharedAsked,
  published: Published,
  { explained, drawing }: Drawn,
): Html | '' {
  const name = rightOrder(question, published);
  const why = explained ? drawnOr(published.explanation, drawing) : '';
  return name || why !== ''
    ? html`<p class="result__why">${name && html`<b>${name}</b> `}${why}</p>`
    : '';
}

type Row = {
  readonly place: number | null;
  readonly blocks: boolean;
  readonly drawing: Drawing;
};

function resultRow(
  { id, label, text }: Option,
  published: Published,
  { place, blocks: withBlocks, drawing }: Row,
): Html {
  const isRight = published.right.includes(id);
  const mark =
    isRight && place === null
      ? html` <span class="result__mark" role="img" aria-label="right">${boardIcon('check')}</span>`
      : '';
  return html`<li class="${isRight ? 'is-right' : ''}"><b class="disc">${place ?? label}</b><span>${drawnOr(text, drawing)}${mark}</span>${share(id, published, withBlocks)}</li>`;
}

function share(id: string, published: Published, withBlocks: boolean): Html | '' {
  switch (published.rung) {
    case 'bands':
      return shareHtml(published.bands[id] ?? null, withBlocks);
    case 'each':
      return shareHtml(published.shares[id] ?? null, withBlocks);
    case 'largest':
      return published.largest === id ? inBold('the largest group') : '';
    case 'words':
    case 'too-few':
      return '';
  }
}

function shareHtml(picked: OptionShare, withBlocks: boolean): Html {
  const words = shareText(picked, 'not shown');
  const isDrawn =
    withBlocks && picked !== null && picked !== 'more-than-half' && picked !== 'less-than-half';
  return html`${isDrawn ? blocks(picked) : ''}${inBold(words)}`;
}

function inBold(words: string): Html {
  return html`<b class="result__words">${words}</b>`;
}

function blocks(picked: Share): Html {
  const { full, maybe } = shareBlocks(picked);
  const all = Array.from(
    { length: BLOCKS },
    (_, at) => `<i class="${at < full ? 'full' : at < full + maybe ? 'maybe' : ''}"></i>`,
  );
  return html`<span class="blocks" aria-hidden="true">${trusted(all.join(''))}</span>`;
}
