import { nanoid } from 'nanoid';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readChosenFilm } from '../../film/chosen-film.view.ts';
import {
  manifestOf,
  stillToDo,
  withStopAt,
  type FilmDraft,
  type ToDoField,
} from '../../film/film-draft.ts';
import { ELSEWHERE } from '../../film/confirmations.ts';
import { checkFile } from '../../film/check-file.ts';
import {
  copyFilm,
  type BrowserFilms,
  type FilmHome,
  type TypedFilm,
} from '../../film/film-homes.view.ts';
import type { FilmTexts, FilmThere } from '../../film/film-protocol.ts';
import { writeCaptions } from '../../film/vtt.ts';
import { writeManifest } from '../../film/write-manifest.ts';
import { slugOf } from '../../text/ids.ts';
import { isLoopback } from '../../text/loopback.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { offerFile, zipFile } from '../../ui/offer-file.view.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';
import { CaptionsCard } from './captions-card.tsx';
import { ConfirmCard, EndingCard, NoteCard, PeopleCard, TitleCard } from './cards.tsx';
import { readFilmZip, writeFilmZip } from './film-zip.ts';
import { DeleteFilm } from './delete-film.tsx';
import { lettersAreKeys } from './letter-keys.ts';
import { PlayerPane, type PlayerHandle } from './player-pane.tsx';
import { StopsCard } from './stops-card.tsx';
import { TryStops } from './try-stops.tsx';
import { useDraft } from './use-draft.ts';

type EditorProps = {
  /** The film’s folder; null for one that has none yet. */
  readonly film: string | null;
  readonly root: URL;
  readonly home: FilmHome;
  readonly drafts: BrowserFilms['drafts'];
  /** Names of folders that are taken. */
  readonly taken: ReadonlySet<string>;
  readonly there: FilmThere | null;
  /** What is saved of it, as it was read. */
  readonly saved: FilmDraft;
  /** What was typed before and never saved. */
  readonly typed: TypedFilm | null;
  /** True where the site says something of it by itself. */
  readonly isShipped: boolean;
  /** True where another film.mp4 lies there than the one that was confirmed. */
  readonly isOther: boolean;
};

/** How it is with saving. */
type Saving =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'copying'; readonly part: number; cancel(): void }
  | { readonly is: 'saved'; readonly words: string }
  | { readonly is: 'changed'; readonly theirs: FilmThere | null }
  | { readonly is: 'trouble'; readonly words: string };

/** A film that is watched, stopped and described. */
export function FilmEditor(props: EditorProps) {
  const { root, home, there } = props;
  const desk = useDraft({
    start: props.typed ?? { draft: props.saved, was: there?.version ?? null },
    isUnsaved: props.typed !== null,
    name: props.film ?? 'new',
    drafts: props.drafts,
  });
  const { draft, change } = desk;
  const [name, setName] = useState(props.film);
  const [file, setFile] = useState<File | null>(null);
  const [hasFile, setHasFile] = useState(there?.hasFile === true);
  const [print, setPrint] = useState(there?.file ?? null);
  const [address, setAddress] = useState<string | null>(
    there?.hasFile === true ? new URL(`media/${there.film}/film.mp4`, root).href : null,
  );
  const [trouble, setTrouble] = useState(props.isOther ? OTHER_FILE : '');
  const [open, setOpen] = useState<number | null>(null);
  const [isTrying, setTrying] = useState(false);
  const [isCopied, setCopied] = useState(true);
  const [saving, setSaving] = useState<Saving>({ is: 'idle' });
  const player = useRef<PlayerHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const toDo = stillToDo(draft);
  const canCopy = home.place === 'server' && isLoopback(location.hostname) && file !== null;

  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (!desk.isSafe || saving.is === 'copying') event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  });

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    setSaving({ is: 'idle' });
    if (chosen.name.endsWith('.zip')) return takeZip(chosen);
    return takeFilm(chosen);
  }

  async function takeFilm(chosen: File): Promise<void> {
    setTrouble('Looking at the film…');
    const read = await readChosenFilm(chosen);
    const wrong = checkFile(read);
    if (wrong !== null || read.kind !== 'film') {
      setTrouble(`${chosen.name}: ${wrong ?? ''}`);
      return;
    }
    const { length, video } = read.facts;
    const into = desk.now();
    // What was confirmed was confirmed of another film.
    const isSame = Math.abs(length - into.length) < 0.5;
    const title = into.title || titleFrom(chosen.name);
    change(
      {
        ...into,
        ...(isSame ? {} : { confirmed: {} }),
        title,
        length: Math.round(length * 1000) / 1000,
        fps: video?.rate ?? into.fps,
        stops: into.stops.filter(({ at }) => at < length),
      },
      '',
    );
    setFile(chosen);
    setAddress((before) => {
      if (before?.startsWith('blob:') === true) URL.revokeObjectURL(before);
      return URL.createObjectURL(chosen);
    });
    setTrouble('');
  }

  async function takeZip(chosen: File): Promise<void> {
    const read = await readFilmZip(chosen);
    if ('problem' in read) return setTrouble(read.problem);
    change(read.draft, '');
    setTrouble('');
    if (read.film === null) return;
    await takeFilm(read.film);
  }

  function stopHere(): void {
    const at = player.current?.at() ?? 0;
    if (draft.length <= 0 || at <= 0) return;
    player.current?.pause();
    const next = withStopAt(draft, at);
    const near = next.stops.find((one) => Math.abs(one.at - at) < 0.5);
    change(next, '');
    setOpen(near?.id ?? null);
  }

  async function use(): Promise<void> {
    const [first] = toDo;
    if (first !== undefined) return goTo(first.field);
    const film = name ?? freeName(draft.title, props.taken);
    setSaving({ is: 'saving' });
    const saved = await home.save(film, textsOf(draft, confirmedFile()), desk.was);
    if (saved.is === 'changed') return setSaving({ is: 'changed', theirs: saved.theirs });
    if (saved.is === 'refused') return setSaving({ is: 'trouble', words: saved.message });
    setName(film);
    desk.settle(draft, saved.version);
    if (canCopy && isCopied) return copy(film, saved.version);
    setSaving({ is: 'saved', words: savedWords(home.place, hasFile) });
    showAddress(film);
  }

  // What is confirmed is confirmed of the film that was watched here.
  function confirmedFile(): string | undefined {
    if (home.place === 'browser') return undefined;
    return file === null ? (print ?? undefined) : ELSEWHERE;
  }

  async function copy(film: string, version: number): Promise<void> {
    if (file === null) return;
    const ending = new AbortController();
    const progress = (bytes: number) =>
      setSaving({
        is: 'copying',
        part: Math.round((100 * bytes) / file.size),
        cancel: () => ending.abort(),
      });
    progress(0);
    const signal = ending.signal;
    const copied = await copyFilm(film, file, { root, upload: nanoid(), signal, progress });
    showAddress(film);
    if (copied.is === 'not there') {
      return setSaving({ is: 'trouble', words: `What you wrote is saved. ${copied.message}` });
    }
    setHasFile(true);
    setPrint(copied.file);
    const saved = await home.save(film, textsOf(draft, copied.file ?? undefined), version);
    if (saved.is === 'changed') return setSaving({ is: 'changed', theirs: saved.theirs });
    if (saved.is === 'refused') return setSaving({ is: 'trouble', words: saved.message });
    desk.settle(draft, saved.version);
    setSaving({ is: 'saved', words: savedWords('server', true) });
  }

  // From then on a reload opens this film, and not another new one.
  function showAddress(film: string): void {
    if (props.film !== null) return;
    history.replaceState(null, '', `#${film}`);
  }

  async function carry(withFile: boolean): Promise<void> {
    const film = name ?? freeName(draft.title, new Set());
    const bytes = await writeFilmZip(film, textsOf(draft), withFile ? file : null);
    offerFile(`${film}.film.zip`, zipFile(bytes));
  }

  useKeys(root, {
    s: stopHere,
    k: () => player.current?.toggle(),
    ',': () => player.current?.step(-1 / draft.fps),
    '.': () => player.current?.step(1 / draft.fps),
    ArrowLeft: () => player.current?.step(-5),
    ArrowRight: () => player.current?.step(5),
  });

  const chooser = (
    <input
      ref={input}
      type="file"
      accept="video/*,.mp4,.m4v,.webm,.mov,.zip"
      hidden
      aria-label="The film’s file"
      onChange={(event) => void take(event.currentTarget.files?.[0])}
    />
  );

  return (
    <div
      class="film-edit"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <div class="film-edit__head">
        <h1>Your film</h1>
        <p>{headWords(file, draft, address !== null)}</p>
        {chooser}
        {address !== null && (
          <Button variant="quiet" onPress={() => input.current?.click()}>
            Choose another film
          </Button>
        )}
      </div>
      {trouble !== '' && (
        <p class="advice" role="alert">
          {trouble}
        </p>
      )}
      <div class="film-edit__cols">
        <div class="film-edit__watch">
          {address === null ? (
            <div class="film-drop" id="film-file" tabIndex={-1}>
              <Icon name="film" />
              <p>
                <b>Drop the film here,</b> or choose its file.
              </p>
              <Button variant="main" onPress={() => input.current?.click()}>
                Choose the film
              </Button>
              <p>
                An MP4 is best. It stays on this computer and is not uploaded. A file to carry
                (.film.zip) opens here too.
              </p>
            </div>
          ) : (
            <PlayerPane
              handleRef={player}
              src={address}
              draft={draft}
              stopHere={stopHere}
              failed={() =>
                setTrouble(
                  'This browser can’t play the film. A copy as MP4 (H.264) will play: choose that.',
                )
              }
            />
          )}
        </div>
        <div class="film-edit__cards">
          <StopsCard
            desk={desk}
            open={open}
            setOpen={setOpen}
            seek={(at) => player.current?.seek(at)}
          />
          <TitleCard desk={desk} />
          <CaptionsCard desk={desk} at={() => player.current?.at() ?? 0} />
          <NoteCard desk={desk} />
          <PeopleCard desk={desk} />
          <EndingCard desk={desk} />
          <ConfirmCard desk={desk} />
          <section class="card film-card" aria-labelledby="carry">
            <h2 id="carry">One file to carry</h2>
            <p>Stops, captions and words in one file, for another computer.</p>
            <div class="film-row">
              <Button icon="save" onPress={() => void carry(false)}>
                Save without the film
              </Button>
              {file !== null && (
                <Button onPress={() => void carry(true)}>Save with the film</Button>
              )}
            </div>
            {name !== null && desk.was !== null && (
              <DeleteFilm
                film={name}
                title={draft.title || name}
                root={root}
                home={home}
                version={desk.was}
                hasFile={hasFile && home.place === 'server'}
                isShipped={props.isShipped}
                forget={desk.forget}
              />
            )}
          </section>
        </div>
      </div>
      <div class="film-foot">
        <div class="film-foot__inner">
          <p class="film-foot__todo" role="status">
            {saving.is === 'idle' || (desk.isChanged && saving.is === 'saved') ? (
              toDo.length === 0 ? (
                <>
                  <b>All there.</b> {desk.isChanged ? 'Not saved yet.' : ''}
                </>
              ) : (
                <>
                  <b>Still to do:</b> {toDo[0]?.words}
                  {toDo.length > 1 ? `, and ${toDo.length - 1} more` : ''}.
                </>
              )
            ) : (
              <SavingWords
                saving={saving}
                keepMine={(theirs) => {
                  desk.goOnFrom(theirs?.version ?? null);
                  setSaving({ is: 'idle' });
                }}
                loadTheirs={() => void desk.forget().then(() => location.reload())}
                film={name}
                root={root}
              />
            )}
            {!desk.isSafe &&
              ' This browser keeps nothing: save one file to carry before you leave.'}
          </p>
          {canCopy && (
            <label class="film-foot__copy">
              <input
                type="checkbox"
                checked={isCopied}
                onChange={(event) => setCopied(event.currentTarget.checked)}
              />
              <span>Copy the film into Wholeclass on this computer</span>
            </label>
          )}
          <div class="film-foot__buttons">
            {desk.undo !== null && <Button onPress={desk.undo}>Undo</Button>}
            {address !== null && (
              <Button icon="play" onPress={() => (player.current?.pause(), setTrying(true))}>
                Play it with stops
              </Button>
            )}
            <Button variant="main" onPress={() => void use()}>
              Use this film
            </Button>
          </div>
        </div>
      </div>
      {isTrying && address !== null && (
        <TryStops draft={draft} src={address} close={() => setTrying(false)} />
      )}
    </div>
  );
}

type SavingWordsProps = {
  readonly saving: Saving;
  readonly keepMine: (theirs: FilmThere | null) => void;
  readonly loadTheirs: () => void;
  readonly film: string | null;
  readonly root: URL;
};

function SavingWords({ saving, keepMine, loadTheirs, film, root }: SavingWordsProps) {
  switch (saving.is) {
    case 'idle':
      return null;
    case 'saving':
      return <>Saving…</>;
    case 'copying':
      return (
        <>
          Copying the film: {saving.part} % <Button onPress={saving.cancel}>Cancel the copy</Button>
        </>
      );
    case 'saved':
      return (
        <>
          <b>Saved.</b> {saving.words}{' '}
          {film !== null && <a href={pageAddress(new URL('./', root).href)}>Go to the lessons</a>}
        </>
      );
    case 'changed':
      return (
        <>
          <b>Changed somewhere else.</b> Nothing is written over.{' '}
          <Button onPress={() => keepMine(saving.theirs)}>Keep what I wrote</Button>{' '}
          <Button onPress={loadTheirs}>Load theirs</Button>
        </>
      );
    case 'trouble':
      return (
        <>
          <b>Not done.</b> {saving.words}
        </>
      );
  }
}

function headWords(file: File | null, { length, title }: FilmDraft, isThere: boolean): string {
  if (file !== null) {
    return `${file.name}, ${lengthWords(length)}. It stays on this computer and is not uploaded.`;
  }
  if (isThere) return `“${title}”, ${lengthWords(length)}. Its file is in Wholeclass.`;
  if (length > 0) return `“${title}”, ${lengthWords(length)}. Choose its file to watch it.`;
  return 'Watch it once, press S where you want to talk.';
}

function lengthWords(seconds: number): string {
  const [minutes = '0', rest = '00'] = writeClockTime(seconds).split(':');
  return minutes === '0' ? `${Number(rest)} s` : `${minutes} min ${rest}`;
}

function savedWords(place: FilmHome['place'], hasFile: boolean): string {
  if (hasFile) return 'Every lesson that names this film is about it now.';
  return place === 'server'
    ? 'The film stays where it is: choose its file when you teach, and its stops, questions and captions come with it.'
    : 'Saved in this browser: every lesson that names this film is about it here. The film stays where it is: choose its file when you teach.';
}

const OTHER_FILE =
  'Another film.mp4 lies here than the one that was confirmed. Watch it, set its stops and confirm it again.';

/** `file` is the print of the film.mp4 that is confirmed, where it is known. */
function textsOf(draft: FilmDraft, file?: string): FilmTexts {
  const { captions } = draft;
  return {
    yaml: writeManifest({ ...manifestOf(draft), ...(file !== undefined && { file }) }),
    captions: captions === null || captions.length === 0 ? null : writeCaptions(captions),
  };
}

function titleFrom(fileName: string): string {
  const words = fileName
    .replace(/\.\w+$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1, 80);
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  const first = slugOf(title) || 'our-film';
  if (!taken.has(first)) return first;
  let at = 2;
  while (taken.has(`${first}-${at}`)) at += 1;
  return `${first}-${at}`;
}

function goTo(field: ToDoField): void {
  const place = document.querySelector<HTMLElement>(`#film-${field}`);
  place?.scrollIntoView({ block: 'center' });
  place?.focus();
}

// Letters are keys only where no one is typing, and where no menu or button takes them.
function useKeys(root: URL, keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || (event.key.length === 1 && !lettersAreKeys(root))) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
