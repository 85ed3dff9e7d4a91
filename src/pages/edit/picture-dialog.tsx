import './picture-dialog.css';
import { customAlphabet } from 'nanoid';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PictureSize } from '../../document/nodes.ts';
import type { LessonHome, Refusal } from '../../edit/lesson-home.ts';
import { MARK_CHARACTERS, picturePath } from '../../edit/lesson-pictures.ts';
import { SIZES } from '../../edit/picture-size.ts';
import { pictureText } from '../../edit/picture-text.ts';
import { shrinkPicture, type ShrunkPicture } from '../../edit/shrink-picture.view.ts';
import { namesOf } from '../../text/own.ts';
import { sizeInWords } from '../../text/size-in-words.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

/** What the dialog is made of; `files` are those that were pasted or dropped, none to ask for one; more may come while it is open. */
type PictureProps = {
  readonly files: readonly File[];
  /** The name of the lesson, for the picture’s path. */
  readonly slug: string;
  readonly home: LessonHome;
  readonly insert: (markup: string) => void;
  readonly close: () => void;
};

/** Why a picture was not saved, and what to do. */
export const REFUSED: Readonly<Record<Refusal, string>> = {
  full: 'this computer is full. Make room on it, then insert the picture again.',
  blocked:
    'this browser keeps nothing here, as in a private window. Save a copy of the lesson, and open that in an ordinary window.',
  away: 'Wholeclass can’t be reached. Insert it again once the connection is back.',
  'away, and blocked': 'Wholeclass can’t be reached. Insert it again once the connection is back.',
  'signed out': 'you are signed out. Sign in again in another window, then insert it again.',
  'disk full': 'the disk is full. Ask IT to make room on it, then insert it again.',
  'read-only': 'the folder of lessons can only be read. Ask IT.',
  'too long': 'it is too large. Make it smaller, then add it again.',
  'folder away': 'your folder can’t be reached. Insert it again once it is back.',
  'folder closed': 'your folder is closed. Open it again, then insert it.',
  failed: 'Wholeclass did not take it. Try it again.',
};

const mark = customAlphabet(MARK_CHARACTERS, 8);

/** Asks for a picture, what it shows and how large it is; then saves it and writes its Markdown. */
export function PictureDialog({ files, slug, home, insert, close }: PictureProps) {
  const [[file, ...others], setFiles] = useState(files);
  const takenRef = useRef(files.length);
  const [words, setWords] = useState('');
  const [isDecorative, setDecorative] = useState(false);
  const [size, setSize] = useState<PictureSize>('large');
  const [problem, setProblem] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const shrunk = useShrunk(file ?? null);
  const address = usePreview(shrunk);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = useRef(true);
  useEffect(() => () => void (isOpen.current = false), []);

  useEffect(() => {
    const more = files.slice(takenRef.current);
    takenRef.current = files.length;
    if (more.length > 0) setFiles((now) => [...now, ...more]);
  }, [files]);

  // At once: what is typed while the picture is made smaller is its words.
  useEffect(() => {
    if (file !== undefined) field.current?.focus();
  }, [file]);

  function choose(chosen: readonly File[]): void {
    setProblem('');
    setFiles(chosen);
  }

  // Asked for while it is made smaller, it is inserted then.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isWanted || shrunk === null) return;
    setWanted(false);
    form.current?.requestSubmit();
  }, [isWanted, shrunk]);

  async function submit(): Promise<void> {
    if (isSaving) return;
    if (file !== undefined && shrunk === null) return setWanted(true);
    if (shrunk?.is !== 'ready' || file === undefined) return setProblem('Choose a picture first.');
    if (!isDecorative && words.trim() === '') {
      field.current?.focus();
      return setProblem('Say what the picture shows.');
    }
    setSaving(true);
    const { bytes, ending } = shrunk;
    const path = picturePath(slug, { name: file.name, ending }, mark);
    const refusal = await home.addPicture({ path, bytes });
    // It was cancelled meanwhile: what no text shows is cleared away with the others.
    if (!isOpen.current) return;
    setSaving(false);
    if (refusal !== null) return setProblem(`Cannot insert it: ${REFUSED[refusal]}`);
    insert(pictureText(path, { words: isDecorative ? null : words, size }));
    if (others.length === 0) return close();
    setWords('');
    setDecorative(false);
    choose(others);
  }

  return (
    <Dialog title="Picture" close={close}>
      <form class="ask" ref={form} onSubmit={(event) => (event.preventDefault(), void submit())}>
        <label class="ask__field">
          <span>{file === undefined ? 'Choose a picture' : 'Choose another picture'}</span>
          <input
            type="file"
            accept="image/*"
            autofocus={file === undefined}
            disabled={isSaving}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen !== undefined) choose([chosen, ...others]);
            }}
          />
        </label>
        <div role="status">
          {file !== undefined && shrunk === null && <p>Making it smaller…</p>}
          {shrunk?.is === 'ready' && (
            <figure class="picture__shown">
              {address !== '' && <img src={address} alt="" />}
              <figcaption>
                {shrunk.width} by {shrunk.height} pixels, {sizeInWords(shrunk.bytes.length)}. It no
                longer says where or when it was taken.
                {others.length > 0 && ` ${others.length} more to come.`}
              </figcaption>
            </figure>
          )}
        </div>
        <label class="ask__field">
          <span>What does it show?</span>
          <input
            ref={field}
            type="text"
            maxLength={300}
            value={isDecorative ? '' : words}
            disabled={isDecorative}
            spellcheck
            aria-describedby="picture-words picture-problem"
            onInput={(event) => {
              setWords(event.currentTarget.value);
              setProblem('');
            }}
          />
        </label>
        <p id="picture-words" class="picture__hint">
          These words are read out to those who can’t see it.
        </p>
        <label class="picture__decorative">
          <input
            type="checkbox"
            checked={isDecorative}
            onChange={(event) => {
              setDecorative(event.currentTarget.checked);
              setProblem('');
            }}
          />
          <span>It is only decoration</span>
        </label>
        <fieldset class="ask__kinds">
          <legend>Size on the slide</legend>
          {namesOf(SIZES).map((one) => (
            <label key={one} class="ask__kind">
              <input
                type="radio"
                name="size"
                checked={size === one}
                onChange={() => setSize(one)}
              />
              <span>{SIZES[one]}</span>
            </label>
          ))}
        </fieldset>
        <div class="dialog__row ask__foot">
          <p id="picture-problem" class="ask__problem" role="alert">
            {shrunk?.is === 'refused' ? shrunk.why : problem}
          </p>
          <Button variant="main" disabled={isSaving}>
            Insert picture
          </Button>
          <Button onPress={close}>Cancel</Button>
          <span>You can undo it.</span>
        </div>
      </form>
    </Dialog>
  );
}

function useShrunk(file: File | null): ShrunkPicture | null {
  const [shrunk, setShrunk] = useState<ShrunkPicture | null>(null);
  useEffect(() => {
    let isOver = false;
    setShrunk(null);
    if (file !== null) void shrinkPicture(file).then((one) => !isOver && setShrunk(one));
    return () => {
      isOver = true;
    };
  }, [file]);
  return shrunk;
}

function usePreview(shrunk: ShrunkPicture | null): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (shrunk?.is !== 'ready') return setAddress('');
    const made = URL.createObjectURL(new Blob([new Uint8Array(shrunk.bytes)]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shrunk]);
  return address;
}
