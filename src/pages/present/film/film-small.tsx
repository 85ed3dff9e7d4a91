import { useEffect, useRef } from 'preact/hooks';
import { deckAsPlayed } from '../session/moves.ts';
import { SITE } from '../session/lesson-files.view.ts';
import { boardFilmOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';

/** How far it may be from the board's film, in seconds. */
const SLACK = 0.5;

/** The film as it plays on the board, small, without sound, and gone as soon as it rests (M5); a file chosen on this laptop is in the board's window alone. */
export function FilmSmall({
  presenter: { deck, store },
}: {
  readonly presenter: Pick<Presenter, 'deck' | 'store'>;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const state = store.state();
  const film = state.showing.source === 'media' ? deckAsPlayed(deck, state).film : null;
  const at = boardFilmOf(state)?.at ?? 0;
  const { speed } = state.showing;
  useEffect(() => {
    if (video.current !== null) follow(video.current, at, speed);
  }, [at, speed]);
  if (film === null) return null;
  return (
    <video
      class="film-small"
      ref={video}
      src={`${SITE}${film.src}`}
      muted
      playsInline
      preload="auto"
      disableRemotePlayback
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}

function follow(video: HTMLVideoElement, at: number, speed: number): void {
  if (Math.abs(video.currentTime - at) > SLACK) video.currentTime = at;
  video.playbackRate = speed;
  // Where the browser does not play it, the slide's own card is under it.
  if (video.paused) video.play().catch(() => undefined);
}
