import { useEffect, useRef, useState } from 'preact/hooks';
import { speakerName, type FilmDraft } from '../../film/film-draft.ts';
import { startFilm, type Film } from '../../film/film.view.ts';
import { makePlayer } from '../../film/player.view.ts';
import type { Part } from '../../film/stops.ts';
import { Button } from '../../ui/controls.view.tsx';

type TryProps = { readonly draft: FilmDraft; readonly src: string; readonly close: () => void };

/** The film as the board plays it: it stops by itself, and the question stands where the picture was. */
export function TryStops({ draft, src, close }: TryProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const filmRef = useRef<Film | null>(null);
  const [at, setAt] = useState(0);
  const [isResting, setResting] = useState(false);
  const { stops } = draft;
  const asked = stops[at];

  useEffect(() => {
    if (box.current === null) return;
    dialog.current?.showModal();
    const player = makePlayer();
    player.unlock();
    const started = startFilm(
      player,
      {
        box: box.current,
        src,
        left: 0,
        know: () => ({
          title: draft.title,
          fps: draft.fps,
          part: partAt(draft, 0),
          captions: null,
          cues: draft.captions ?? [],
          descriptions: null,
          edition: undefined,
        }),
      },
      {
        changed: () => undefined,
        reached: () => setResting(true),
        blocked: () => setResting(true),
      },
    );
    started.look({ speed: 1, captions: true, described: false });
    started.play();
    filmRef.current = started;
    return () => {
      started.close();
      player.close();
    };
    // It starts once, as the draft was when it was asked for; the dialog covers the rest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  function goOn(): void {
    const next = at + 1;
    setResting(false);
    setAt(next);
    filmRef.current?.enter(partAt(draft, next));
    filmRef.current?.play();
  }

  return (
    <dialog
      ref={dialog}
      class="film-try"
      aria-label="The film with its stops"
      onCancel={(event) => (event.preventDefault(), close())}
    >
      <div class="film-try__board">
        <div ref={box} />
        {isResting && (
          <div class="film-try__stop">
            {asked === undefined ? (
              <h2>The film ends here</h2>
            ) : (
              <>
                <p class="film-try__chip">
                  Stop {at + 1} of {stops.length}
                </p>
                <h2>{asked.question || 'No question yet'}</h2>
                <ul>
                  {asked.messages.map(({ by, words }, place) => (
                    <li key={place}>
                      {by !== null && <b>{speakerName(draft, by)}: </b>}
                      {words}
                    </li>
                  ))}
                </ul>
                <p>Talk in pairs. You can pass.</p>
              </>
            )}
          </div>
        )}
      </div>
      <div class="film-row">
        {isResting && asked !== undefined && (
          <Button variant="main" icon="play" onPress={goOn}>
            Play on
          </Button>
        )}
        <Button onPress={close} shortcut="Esc">
          Close
        </Button>
      </div>
    </dialog>
  );
}

function partAt({ stops }: FilmDraft, index: number): Part {
  return { from: stops[index - 1]?.at ?? 0, to: stops[index]?.at ?? null };
}
