import { Button, Icon } from '../../../ui/controls.view.tsx';
import { wording } from '../../../ui/wording.view.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { Blocks } from './blocks.tsx';
import { discussedResults, type DiscussedResult, type DiscussedRow } from './discussed.ts';
import './discussed.css';

type DiscussedProps = { readonly presenter: Pick<Presenter, 'deck' | 'store'> };

/** What the board was shown, once more and as it was there, to print; nothing where no result was on the board. */
export function DiscussedCard({ presenter: { deck, store } }: DiscussedProps) {
  const { discussed, mode } = store.state();
  if (discussed.length === 0) return null;
  return (
    <section class="discussed" aria-labelledby="discussed">
      <h2 id="discussed">
        {mode === 'rehearsal'
          ? wording('What the pretend {class} discussed: a rehearsal')
          : 'What was discussed'}
      </h2>
      <p class="discussed__lesson">{deck.boardTitle}</p>
      <p class="discussed__note screen-only">
        {wording('The results that were on the board, as everyone saw them.')} They aren’t saved:
        print them before you close this page.
      </p>
      <p class="calm__row screen-only">
        <Button onPress={printDiscussed} icon="print">
          Print what was discussed
        </Button>
      </p>
      {discussedResults(discussed).map((result) => (
        <Result key={result.id} result={result} />
      ))}
    </section>
  );
}

function Result({ result }: { readonly result: DiscussedResult }) {
  const { prompt, time, finding, head, rows, why, note } = result;
  return (
    <article class="discussed__result">
      {time !== '' && <p class="discussed__time">{time}</p>}
      <h3>{prompt}</h3>
      {finding !== '' && <p class="discussed__finding">{finding}</p>}
      {head !== '' && <p class="discussed__head">{head}</p>}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {why !== '' && <p class="discussed__why">{why}</p>}
      <p class="discussed__foot">{note}</p>
    </article>
  );
}

function Row({ row: { name, text, isRight, share, blocks } }: { readonly row: DiscussedRow }) {
  return (
    <li>
      <b class="discussed__name">{name}</b>
      <span>
        {text}
        {isRight && (
          <span class="discussed__right" role="img" aria-label="right">
            <Icon name="check" />
          </span>
        )}
      </span>
      <b class="discussed__share">{share}</b>
      {blocks && <Blocks {...blocks} />}
    </li>
  );
}

// By itself: what is for the teacher alone stays off a sheet that others may see.
function printDiscussed(): void {
  const { dataset } = document.documentElement;
  dataset['print'] = 'discussed';
  addEventListener('afterprint', () => delete dataset['print'], { once: true });
  print();
}
