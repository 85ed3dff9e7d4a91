import { icon } from '../look/icons.ts';
import { bandBlocks, bandText, resultNote, type Band, type Published } from '../poll/disclose.ts';
import type { Option } from '../poll/question.ts';
import type { AskedQuestion } from '../room/protocol.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { fitResult } from './fit-result.ts';

/** A closed question's result: words first, blocks second, one honest sentence; what is right and why, where there is a right answer. */
export function resultHtml(question: AskedQuestion, published: Published): Html {
  const fit = fitResult(question, published);
  const looks = [
    'result',
    fit.small && 'result--small',
    fit.tight && 'result--tight',
    published.right !== null && 'result--marked',
    isBare(published) && 'result--bare',
  ];
  return html`<div class="answer${fit.tight ? ' answer--tight' : ''}"><h2 class="${fit.heading}">${question.prompt}</h2>
<ul class="${looks.filter(Boolean).join(' ')}">${question.options.map((option) => resultRow(option, published))}</ul>
${whyHtml(question, published, fit.explained)}
<p class="slide__foot">${icon('shield')}<span>${resultNote(published)}</span></p></div>`;
}

function isBare({ rung }: Published): boolean {
  return rung === 'words' || rung === 'too-few';
}

function whyHtml({ options }: AskedQuestion, { right, explanation }: Published, explained: boolean): Html | '' {
  const answer = options.find(({ id }) => id === right);
  const named = answer ? html`<b>Right: ${answer.text || answer.label}.</b> ` : '';
  const why = explained ? explanation : '';
  return answer || why !== '' ? html`<p class="result__why">${named}${why}</p>` : '';
}

function resultRow({ id, label, text }: Option, published: Published): Html {
  const isRight = published.right === id;
  const mark = published.right === null ? '' : html`<span class="result__mark">${isRight ? icon('check') : ''}</span>`;
  return html`<li class="${isRight ? 'is-right' : ''}">${mark}<span>${text || label}</span>${share(id, published)}</li>`;
}

function share(id: string, published: Published): Html | '' {
  switch (published.rung) {
    case 'bands': {
      const band = published.bands[id] ?? 'few-or-none';
      return html`${blocks(band)}<b class="result__words">${bandText(band)}</b>`;
    }
    case 'largest':
      return published.largest === id ? html`<b class="result__words result__words--wide">the largest group</b>` : '';
    case 'words':
    case 'too-few':
      return '';
  }
}

function blocks(band: Band): Html {
  const filled = bandBlocks(band);
  const all = Array.from({ length: 10 }, (_, at) => `<i class="${at + 1 <= filled ? 'full' : at < filled ? 'half' : ''}"></i>`);
  return html`<span class="blocks" aria-hidden="true">${trusted(all.join(''))}</span>`;
}
