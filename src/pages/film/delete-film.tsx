import * as v from 'valibot';
import { useEffect, useState } from 'preact/hooks';
import type { FilmHome } from '../../film/film-homes.view.ts';
import { listWords } from '../../text/list-words.ts';
import { readAs } from '../../text/schema.ts';
import { fetchFile, pageAddress } from '../../text/site-file.view.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type DeleteProps = {
  readonly film: string;
  readonly title: string;
  readonly root: URL;
  readonly home: FilmHome;
  /** The version that is saved. */
  readonly version: number;
  /** True where the film’s own file goes, too. */
  readonly hasFile: boolean;
  /** True where the program, or the site, says something of this film by itself. */
  readonly isShipped: boolean;
  /** Forgets what is typed of it and not saved. */
  readonly forget: () => Promise<void>;
};

/** Deletes what is saved of a film, after a question that says which lessons are about it. */
export function DeleteFilm(props: DeleteProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        Delete this film
      </Button>
      {isAsking && <Question {...props} close={() => setAsking(false)} />}
    </>
  );
}

function Question({ close, ...props }: DeleteProps & { readonly close: () => void }) {
  const { film, title, root, home, version, hasFile, isShipped, forget } = props;
  const lessons = useLessons(film, root);
  const [trouble, setTrouble] = useState('');

  async function remove(): Promise<void> {
    const done = await home.remove(film, version);
    if (done.is === 'changed') return setTrouble('It was changed somewhere else. Load it again.');
    if (done.is === 'refused') return setTrouble(done.message);
    await forget();
    location.assign(pageAddress(new URL('film/', root).href, 'all'));
  }

  return (
    <Dialog title={`Delete “${title}”?`} close={close} isCareful>
      <p>{goesWords({ place: home.place, hasFile, isShipped })}</p>
      {lessons.length > 0 && (
        <p>
          {lessons.length === 1 ? 'This lesson names it' : 'These lessons name it'}:{' '}
          {listWords(lessons.map((lesson) => `“${lesson}”`))}. Without it, the next film that a
          lesson names plays, or its story is told from the notes.
        </p>
      )}
      {trouble !== '' && (
        <p class="advice" role="alert">
          {trouble}
        </p>
      )}
      <p class="dialog__row">
        <Button onPress={() => void remove()}>Delete film</Button>
        <Button onPress={close} shortcut="Esc">
          Cancel
        </Button>
      </p>
    </Dialog>
  );
}

type Goes = Pick<DeleteProps, 'hasFile' | 'isShipped'> & Pick<FilmHome, 'place'>;

function goesWords({ place, hasFile, isShipped }: Goes): string {
  const back = isShipped ? ' What came with Wholeclass is said of it again.' : '';
  if (place === 'browser') {
    return `Its stops, questions and captions are deleted from this browser. The film’s own file stays where it is.${back} This cannot be undone: save one file to carry first, if you may want it again.`;
  }
  const what = hasFile
    ? 'The film, its stops, questions and captions are'
    : 'Its stops, questions and captions are';
  return `${what} taken out of Wholeclass.${back} For 30 days IT can put it back.`;
}

const card = v.object({
  title: v.string(),
  films: v.array(v.object({ folder: v.string() })),
});

/** The lessons that would have this film, by their titles; none where they cannot be listed. */
function useLessons(film: string, root: URL): readonly string[] {
  const [lessons, setLessons] = useState<readonly string[]>([]);
  useEffect(() => {
    void readLessons(new URL('lessons.json', root).href).then((cards) =>
      setLessons(
        cards
          .filter(({ films }) => films.some(({ folder }) => folder === film))
          .map(({ title }) => title),
      ),
    );
  }, [film, root]);
  return lessons;
}

async function readLessons(address: string): Promise<readonly v.InferOutput<typeof card>[]> {
  const file = await fetchFile(address).catch(() => null);
  return file?.ok === true
    ? (readAs(v.array(card), await file.json().catch(() => null)) ?? [])
    : [];
}
