import { useEffect, useRef, useState } from 'preact/hooks';
import type { FilmDraft } from '../../film/film-draft.ts';
import { momentWords } from '../../film/moments.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { Button } from '../../ui/controls.view.tsx';

/** What the page asks of the film that is watched; times are in seconds. */
export type PlayerHandle = {
  at(): number;
  seek(at: number): void;
  step(by: number): void;
  toggle(): void;
  pause(): void;
};

type PaneProps = {
  readonly handleRef: { current: PlayerHandle | null };
  readonly src: string;
  readonly draft: FilmDraft;
  readonly stopHere: () => void;
  readonly failed: () => void;
};

/** The film with its captions, a bar with its stops, and the press that makes another. */
export function PlayerPane({ handleRef, src, draft, stopHere, failed }: PaneProps) {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [at, setAt] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const { length, stops, captions } = draft;
  const words = (captions ?? [])
    .filter(({ start, end }) => start <= at && at < end)
    .map(({ text }) => text)
    .join('\n');

  function seek(to: number): void {
    if (videoRef.current === null) return;
    videoRef.current.currentTime = Math.min(Math.max(0, to), length);
    setAt(videoRef.current.currentTime);
  }

  useEffect(() => {
    handleRef.current = {
      at: () => videoRef.current?.currentTime ?? 0,
      seek,
      step: (by) => seek((videoRef.current?.currentTime ?? 0) + by),
      toggle() {
        if (videoRef.current?.paused === true) void videoRef.current.play().catch(() => undefined);
        else videoRef.current?.pause();
      },
      pause: () => videoRef.current?.pause(),
    };
    return () => {
      handleRef.current = null;
    };
  });

  return (
    <>
      <div class="film-screen">
        {/* Its captions are drawn below it: they may be typed just now. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          ref={videoRef}
          src={src}
          playsInline
          preload="auto"
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
          onSeeked={(event) => setAt(event.currentTarget.currentTime)}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onError={failed}
        />
        {words !== '' && <p class="film-screen__caption">{words}</p>}
      </div>
      <div class="film-bar">
        <svg class="film-bar__flags" aria-hidden="true">
          {stops.map(({ id, at: time }, index) => (
            <svg key={id} x={`${(100 * time) / Math.max(1, length)}%`} overflow="visible">
              <path d="M0 0h14a10 10 0 0 1 0 22H0z" />
              <text x="11" y="16">
                {index + 1}
              </text>
            </svg>
          ))}
        </svg>
        <input
          type="range"
          min={0}
          max={length}
          step={0.1}
          value={at}
          aria-label="Where the film is"
          aria-valuetext={`${writeClockTime(at)} of ${writeClockTime(length)}${atStop(draft, at)}`}
          onInput={(event) => seek(event.currentTarget.valueAsNumber)}
        />
      </div>
      <div class="film-keys">
        <Button icon={isPlaying ? 'pause' : 'play'} onPress={() => handleRef.current?.toggle()}>
          {isPlaying ? 'Pause' : 'Play'}
        </Button>
        <Button onPress={() => handleRef.current?.step(-5)}>− 5 s</Button>
        <Button onPress={() => handleRef.current?.step(5)}>+ 5 s</Button>
        <Button onPress={() => handleRef.current?.step(-1 / draft.fps)}>− frame</Button>
        <Button onPress={() => handleRef.current?.step(1 / draft.fps)}>+ frame</Button>
        <Button variant="film" shortcut="S" onPress={stopHere}>
          Stop here
        </Button>
      </div>
      <p class="film-keys__help">
        <b>{writeClockTime(at)}</b> of {writeClockTime(length)}. At each stop the film pauses, its
        picture is hidden, and the board shows your question. Keys: K plays, ← and → move 5 seconds,
        comma and full stop a frame.
      </p>
    </>
  );
}

function atStop({ stops }: FilmDraft, at: number): string {
  const near = stops.find((one) => Math.abs(one.at - at) < 0.5);
  return near === undefined ? '' : `, at the stop “${momentWords(near.stop) || 'new'}”`;
}
