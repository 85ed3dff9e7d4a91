import type { Band, Published } from '../poll/disclose.ts';
import type { Option } from '../poll/question.ts';
import type { AskedQuestion } from '../room/protocol.ts';
import { icon } from '../look/icons.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { bandBlocks, bandText } from './bands.ts';

/** A closed question's result: words first, blocks second, one honest sentence; what is right and why, where there is a right answer. */
export function resultHtml(question: AskedQuestion, published: Published): Html {
  const { prompt, options } = question;
  const why = published.explanation === '' ? '' : html`<p class="result__why">${published.explanation}</p>`;
  const dense = options.length > 4 || (why !== '' && options.length > 3);
  return html`<div class="answer"><h2 class="${prompt.length > 60 || dense ? 'long' : ''}">${prompt}</h2>
<ul class="result${dense ? ' result--five' : ''}">${options.map((option) => resultRow(option, published))}</ul>
${why}
<p class="slide__foot">${icon('shield')}<span>${honestSentence(published)}</span></p></div>`;
}

/** The one sentence that says what the class is looking at. */
export function honestSentence({ rung }: Published): string {
  switch (rung) {
    case 'bands':
      return 'This is the class together, not who said what.';
    case 'largest':
      return 'Only the largest is shown, so that nobody stands out.';
    case 'words':
      return 'No numbers this time, so that nobody stands out.';
    case 'too-few':
      return 'Fewer than ten answers, so no result is shown.';
  }
}

function resultRow({ id, label, text }: Option, published: Published): Html {
  const name = text || label;
  const mark = published.right === id ? html`<b class="result__mark">${icon('check')}right</b>` : '';
  return html`<li><span class="${name.length > 24 ? 'result__name--long' : ''}">${name}${mark}</span>${share(id, published)}</li>`;
}

function share(id: string, published: Published): Html | '' {
  switch (published.rung) {
    case 'bands': {
      const band = published.bands[id] ?? 'few-or-none';
      return html`${blocks(band)}<b class="result__words">${bandText(band)}</b>`;
    }
    case 'largest':
      return published.largest === id ? html`<b class="result__words">the largest group</b>` : '';
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
