import type { Band, Published } from '../poll/disclose.ts';
import type { Option } from '../poll/question.ts';
import type { AskedQuestion } from '../room/protocol.ts';
import { icon } from '../look/icons.ts';
import { html, trusted, type Html } from '../text/html.ts';
import { bandBlocks, bandText } from './bands.ts';

/** A closed question's result: words first, blocks second, one honest sentence; what is right and why where there is a right answer. */
export function resultHtml(question: AskedQuestion, published: Published): Html {
  const rows = question.options.map((option) => resultRow(option, published));
  return html`<h2 class="${question.prompt.length > 60 ? 'long' : ''}">${question.prompt}</h2>
<ul class="result result--${published.rung}${published.explanation ? ' result--explained' : ''}">${rows}</ul>
${published.explanation === '' ? '' : html`<p class="result__why">${published.explanation}</p>`}
<p class="slide__foot">${icon('shield')}<span>${honestSentence(published)}</span></p>`;
}

/** The one sentence that says what the class is looking at. */
export function honestSentence({ rung }: Published): string {
  switch (rung) {
    case 'bands':
      return 'This is the class together, not who said what.';
    case 'largest':
      return 'Only the largest is shown, so that nobody stands out.';
    case 'words':
      return 'This result stays in words, so that nobody stands out.';
    case 'too-few':
      return 'Fewer than ten answers, so no result is shown.';
  }
}

function resultRow(option: Option, published: Published): Html {
  const right = published.right === option.id;
  const name = html`<span class="result__name">${option.text || option.label}</span>`;
  const mark = right ? html`<b class="result__right">${icon('check')} right</b>` : '';
  return html`<li class="${right ? 'is-right' : ''}">${name}${mark}${share(option, published)}</li>`;
}

function share({ id }: Option, published: Published): Html | '' {
  switch (published.rung) {
    case 'bands': {
      const band = published.bands[id] ?? 'few-or-none';
      return html`<span class="result__share">${blocks(band)}<b>${bandText(band)}</b></span>`;
    }
    case 'largest':
      return published.largest === id ? html`<span class="result__share"><b>the largest group</b></span>` : '';
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
