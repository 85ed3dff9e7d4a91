import type { ComponentChildren } from 'preact';
import { wording } from '../../ui/wording.view.ts';

/** The card with the words of a key; `children` stand around it on the screen alone, `title` first. */
export function KeyCard({ words, title, children }: KeyCardProps) {
  return (
    <section class="card part key-card to-print" aria-labelledby="making">
      <p class="key-card__title">Key for the notes of a question box</p>
      {title}
      <ol class="key-card__words">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      {children}
      <div class="key-card__paper">
        <p class="key-card__line">{wording('School')}:</p>
        <p class="key-card__line">Holder’s role:</p>
        <p class="key-card__line">Made on:</p>
        <h3>To open notes</h3>
        <ol>
          <li>
            On a staff computer, open Wholeclass and choose <b>{wording('{Your school}')}</b>.
          </li>
          <li>
            Choose <b>Notes for your safeguarding lead</b>.
          </li>
          <li>Type these eight words.</li>
        </ol>
        <h3>Look after this card</h3>
        <ul>
          <li>Anyone who has these words can read the notes. Keep the card locked away.</li>
          <li>Nobody can look the words up or reset them. Make a key for a deputy as well.</li>
          <li>If someone else has seen the words, open the notes and replace this key.</li>
        </ul>
      </div>
    </section>
  );
}

/** The words of a key, and what stands above and below them on the screen. */
export type KeyCardProps = {
  readonly words: readonly string[];
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
};
