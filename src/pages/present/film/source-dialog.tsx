import { useRef } from 'preact/hooks';
import { pageAddress } from '../../../text/site-file.view.ts';
import type { Deck } from '../../../outputs/board/deck.ts';
import type { FilmSource } from '../../../outputs/board/film-source.ts';
import { Button, Dialog, Icon } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import type { Presenter } from '../session/presenter.view.ts';

type SourceProps = { readonly presenter: Pick<Presenter, 'deck' | 'store' | 'board' | 'change'> };

/** Where today's film comes from. A file that is chosen goes to the board's window and nowhere else. */
export function SourceDialog({ presenter: { deck, store, board, change } }: SourceProps) {
  const file = useRef<HTMLInputElement>(null);
  const close = () => change({ dialog: null });

  function choose(source: FilmSource): void {
    store.send({ type: 'showing', showing: { source } });
    close();
  }

  function take(chosen: File | undefined): void {
    if (chosen === undefined) return;
    board.give(chosen);
    choose('laptop');
  }

  return (
    <Dialog title="Where does the film come from?" close={close}>
      <div class="choices film-sources">
        {waysOf(deck).map((way) => (
          <button
            key={way.source}
            type="button"
            class="choice"
            aria-pressed={store.state().showing.source === way.source}
            disabled={way.isOff === true}
            onClick={() => (way.source === 'laptop' ? file.current?.click() : choose(way.source))}
          >
            <Icon name={way.icon} />
            <strong>{way.title}</strong>
            <span>{way.words}</span>
          </button>
        ))}
      </div>
      <input
        ref={file}
        type="file"
        accept="video/*,.mp4,.m4v,.webm"
        hidden
        aria-label="The film’s file"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p>
        <a href={pageAddress('../../film/')} target="_blank">
          Set up a film of your own
        </a>{' '}
        opens in a new tab: its stops, questions and captions.
      </p>
      <p class="dialog__row">
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

type Way = {
  readonly source: FilmSource;
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
  readonly isOff?: boolean;
};

function waysOf({ film, awaited }: Deck): readonly Way[] {
  const ours =
    film === null
      ? 'This lesson’s film is not here.'
      : 'It plays on the board and stops by itself.';
  const which =
    awaited === null
      ? 'Choose the film’s file. You stop it for the questions'
      : `Choose the file of “${awaited.film.title}”, or of another film`;
  const file = `${which}. It stays on this laptop, and is gone when the board is closed.`;
  return [
    {
      source: 'media',
      icon: 'film',
      title: film ? `“${film.title}”` : 'The lesson’s own film',
      words: ours,
      isOff: film === null,
    },
    { source: 'laptop', icon: 'screen', title: 'A film on this laptop', words: file },
    {
      source: 'elsewhere',
      icon: 'screens',
      title: 'It plays elsewhere',
      words:
        'On a player, a disc or another website. We’ll tell you when to pause it, and the board waits.',
    },
    {
      source: 'story',
      icon: 'talk',
      title: 'No film: I tell the story',
      words: 'From the notes, with the same questions.',
    },
  ];
}
