import { useRef, useState } from 'preact/hooks';
import { readCaptionFile, type Cue } from '../../film/vtt.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { counted } from '../../text/counted.ts';
import { Button } from '../../ui/controls.view.tsx';
import type { DraftDesk } from './use-draft.ts';

/** How long a line of captions stands that is typed, in seconds. */
const STANDS = 4;

type CaptionsProps = {
  readonly desk: DraftDesk;
  /** Where the film is, in seconds. */
  readonly at: () => number;
};

/** The film’s captions: from a file, typed against the film, or none yet. */
export function CaptionsCard({ desk: { draft, change }, at }: CaptionsProps) {
  const file = useRef<HTMLInputElement>(null);
  const lineRef = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const [trouble, setTrouble] = useState('');
  const { captions } = draft;

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    const cues = chosen.size > 2_000_000 ? null : readCaptionFile(await chosen.text());
    if (cues === null) {
      setTrouble(`${chosen.name} has no captions that can be read. It needs to be .vtt or .srt.`);
      return;
    }
    const last = Math.max(...cues.map(({ end }) => end));
    setTrouble(
      draft.length > 0 && last > draft.length + 2
        ? `These captions go on to ${writeClockTime(last)}, and the film ends at ${writeClockTime(draft.length)}: they may be of another film.`
        : '',
    );
    change({ ...draft, captions: [...cues] }, '');
  }

  function add(words: string): void {
    const start = Math.round(at() * 100) / 100;
    const cue = { start, end: start + STANDS, text: words.trim() };
    if (cue.text === '') return;
    change({ ...draft, captions: fitted([...(captions ?? []), cue]) }, '');
  }

  return (
    <section class="card film-card" aria-labelledby="film-captions">
      <h2 id="film-captions">Captions</h2>
      <div class="film-row">
        <Button onPress={() => file.current?.click()}>
          {captions === null ? 'Choose a file' : 'Choose another file'}
        </Button>
        <Button
          pressed={isTyping}
          onPress={() => {
            setTyping(true);
            setTimeout(() => lineRef.current?.focus());
          }}
        >
          Type them
        </Button>
        <Button
          pressed={captions === null && !isTyping}
          onPress={() => {
            setTyping(false);
            change({ ...draft, captions: null }, '');
          }}
        >
          None yet
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept=".vtt,.srt,text/vtt"
        hidden
        aria-label="The captions’ file"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <p role="status">
        {captions === null
          ? 'Pupils who can’t hear the film will miss what is said.'
          : `${counted(captions.length, 'line')}, up to ${writeClockTime(Math.max(0, ...captions.map(({ end }) => end)))}.`}
        {trouble !== '' && ` ${trouble}`}
      </p>
      {isTyping && (
        <form
          class="film-form"
          onSubmit={(event) => {
            event.preventDefault();
            add(lineRef.current?.value ?? '');
            if (lineRef.current) lineRef.current.value = '';
          }}
        >
          <p class="field">
            <label htmlFor="caption-line">What is said where the film is now</label>
            <input id="caption-line" ref={lineRef} maxLength={120} autoComplete="off" />
          </p>
          <Button>Add line</Button>
        </form>
      )}
      {isTyping && captions !== null && (
        <ol class="film-lines">
          {captions.map((cue, index) => (
            <li key={`${cue.start} ${cue.text}`}>
              <span>{writeClockTime(cue.start)}</span> {cue.text}
              <Button
                variant="quiet"
                onPress={() => {
                  const left = captions.filter((_, place) => place !== index);
                  change({ ...draft, captions: left.length === 0 ? null : left }, '');
                }}
              >
                Delete<span class="unseen"> “{cue.text}”</span>
              </Button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

// A line goes when the next one comes.
function fitted(cues: readonly Cue[]): Cue[] {
  const sorted = cues.toSorted((a, b) => a.start - b.start);
  return sorted.map((cue, index) => ({
    ...cue,
    end: Math.max(cue.start + 0.2, Math.min(cue.end, sorted[index + 1]?.start ?? cue.end)),
  }));
}
