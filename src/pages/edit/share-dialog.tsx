import { useState } from 'preact/hooks';
import { isDraftText } from '../../edit/lesson-draft.ts';
import { lessonFile } from '../../edit/lesson-file.ts';
import type { LessonHome } from '../../edit/lesson-home.ts';
import { picturesIn } from '../../edit/lesson-pictures.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';
import { copyLink, shareable, shareFile, whoSees } from '../../ui/share-file.view.ts';

type ShareProps = {
  readonly title: string;
  readonly text: string;
  /** The page of the lesson; null for one that is in this browser or a folder only. */
  readonly link: URL | null;
  /** Where the lesson is; a program serves that page to staff alone. */
  readonly place: LessonHome['place'];
  /** Publishes it or makes it a draft again, so that it can be undone; null for one that is only read. */
  readonly publish: ((is: 'draft' | 'published') => void) | null;
  /** The slide at the cursor as a picture: its number in the whole lesson and its name between commas, empty where there is none, and what saves it and resolves to what to say. */
  readonly picture: { readonly slide: string; readonly save: () => Promise<string> };
  /** Saves the lesson and its pictures as one file. */
  readonly saveCopy: () => void;
  readonly close: () => void;
};

/** What can be done for others to have a lesson: a link to its page, the library, and its file. */
export function ShareDialog({
  title,
  text,
  link,
  place,
  publish,
  picture,
  saveCopy,
  close,
}: ShareProps) {
  const [done, setDone] = useState('');
  const file = shareable(lessonFile({ title, text }));
  const isDraft = isDraftText(text);
  // Without a program there is no library to be in: only what says that it is a draft may lose that.
  const [wasDraft] = useState(isDraft);
  const isServed = place === 'server';

  async function send(shared: File): Promise<void> {
    const isDone = await shareFile(shared);
    setDone(isDone ? '' : 'This browser could not share it. Save a copy, and send that.');
  }

  function turn(is: 'draft' | 'published'): void {
    publish?.(is);
    setDone(
      !isServed
        ? ''
        : is === 'draft'
          ? 'It is a draft again: the library does not list it.'
          : 'It is in your library as soon as it is saved. Undo takes it out again.',
    );
  }

  async function draw(): Promise<void> {
    setDone('Drawing it…');
    setDone(await picture.save());
  }

  return (
    <Dialog title="Share this lesson" close={close}>
      <p>{link === null ? noLink(place) : whoSees(link, { isServed: place === 'server' })}</p>
      {link === null ? (
        <Button icon="save" onPress={saveCopy}>
          Save a copy
        </Button>
      ) : (
        <Button onPress={() => void copyLink(link).then(setDone)}>Copy link</Button>
      )}
      {publish !== null && (isServed || wasDraft) && (
        <>
          <p>
            {isServed ? servedWords(isDraft) : fileWords(isDraft)} It needs the same approval either
            way.
          </p>
          <Button onPress={() => turn(isDraft ? 'published' : 'draft')}>
            {isServed
              ? isDraft
                ? 'Publish to our library'
                : 'Take out of our library'
              : isDraft
                ? 'Publish it'
                : 'Make it a draft'}
          </Button>
        </>
      )}
      {file !== null && (
        <>
          <p>
            Or send its text as a file, with your notes. A colleague opens it under “Write a
            lesson”.
            {picturesIn(text).length > 0 &&
              ' Its pictures don’t go with it: “Save a copy” has them too.'}
          </p>
          <Button onPress={() => void send(file)}>Share…</Button>
        </>
      )}
      <p>
        Or take the slide at your cursor{picture.slide} as the class sees it, without your notes.
      </p>
      <Button onPress={() => void draw()}>This slide as a picture (PNG)</Button>
      <p role="status">{done}</p>
      <div class="dialog__row dialog__row--end">
        <Button variant="main" onPress={close}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}

function servedWords(isDraft: boolean): string {
  return isDraft
    ? 'It is a draft: colleagues find it by its link, not in the library.'
    : 'It is in your library, for everyone who teaches from it.';
}

function fileWords(isDraft: boolean): string {
  return isDraft
    ? 'It is a draft: a school’s library does not list it.'
    : 'It is no draft: a school’s library that has its file lists it.';
}

function noLink(place: LessonHome['place']): string {
  return place === 'folder'
    ? 'Everyone who uses your folder has this lesson, with your notes. No link leads to it: save a copy, and send that to others.'
    : 'This lesson is in this browser only, so no link leads to it. Save a copy, and send that: it has your notes too.';
}
