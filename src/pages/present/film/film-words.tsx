import { useEffect, useRef } from 'preact/hooks';
import type { FilmPages, SpokenFilm } from '../../../outputs/board/film-pages.ts';
import { boardFilmOf, isLanding, isWatching } from '../session/presenter-state.ts';
import { filmTime } from '../session/block-clock.ts';
import { lineAt, linesOf, stopsOf } from './film-moves.ts';
import { deckAsPlayed, slideOf } from '../session/moves.ts';
import type { Presenter } from '../session/presenter.view.ts';

type WordsProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act'>;
  readonly pages: FilmPages | null;
  /** Whether they are unfolded: once they are, they stay so from one part of the film to the next. */
  readonly isOpen: boolean;
  readonly open: (isOpen: boolean) => void;
};

/** The film in words, folded at the foot of the notes while it is on the board, the line it is at marked; nothing where there are no words or no film. */
export function FilmWords({ presenter, pages, isOpen, open }: WordsProps) {
  const state = presenter.store.state();
  const { showing, slide } = state;
  const isHere =
    !isLanding(state) && slideOf(presenter.deck, slide)?.kind === 'film' && !isWatching(state);
  const deck = deckAsPlayed(presenter.deck, state);
  const words = wordsNow(presenter, pages);
  const isPlayed =
    showing.source === 'laptop' || (showing.source === 'media' && deck.film !== null);
  if (!isHere || (words === null && !isPlayed)) return null;
  const lines = words === null ? [] : linesOf(words, stopsOf(deck));
  return (
    <details
      class="fold"
      name="notes-fold"
      open={isOpen}
      onToggle={(event) => open(event.currentTarget.open)}
    >
      <summary>Film in words</summary>
      <section class="fold__inside film-words" aria-label="The film in words">
        {words === null ? (
          <p>It has neither captions nor descriptions here.</p>
        ) : (
          <Lines lines={lines} now={isPlayed ? lineAt(lines, boardFilmOf(state)?.at ?? 0) : -1} />
        )}
      </section>
    </details>
  );
}

/** The words of today's film; null where there are none. A story told without the film, or a film that plays elsewhere, is the lesson's own story all the same. */
export function wordsNow(
  { deck, store }: Pick<WordsProps['presenter'], 'deck' | 'store'>,
  pages: FilmPages | null,
): SpokenFilm | null {
  const { source } = store.state().showing;
  const isOurs = source === 'media' || source === 'story' || deck.awaited === null;
  if (source === 'laptop' && deckAsPlayed(deck, store.state()).film?.captions === null) return null;
  const words = isOurs ? pages?.media : pages?.awaited;
  return words && words.captions.length + words.descriptions.length > 0 ? words : null;
}

function Lines({
  lines,
  now,
}: {
  readonly lines: ReturnType<typeof linesOf>;
  readonly now: number;
}) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = box.current;
    const line = list?.children[now];
    if (!list || !(line instanceof HTMLElement)) return;
    // Where the line is seen, whatever the list’s place is counted from.
    const below = line.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollBy(0, below - (list.clientHeight - line.offsetHeight) / 3);
  }, [now]);
  return (
    <>
      {/* What scrolls must be within a keyboard’s reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol ref={box} tabIndex={0}>
        {lines.map(({ start, text, kind }, i) => (
          <li
            key={`${kind} ${start}`}
            class={`film-words__${kind}`}
            aria-current={i === now ? 'true' : undefined}
          >
            <b>{filmTime(start)}</b> {kind === 'stop' ? `Stop: ${text}` : text}
          </li>
        ))}
      </ol>
    </>
  );
}
