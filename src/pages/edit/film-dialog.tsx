import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { NamedFilm } from '../../film/named-film.ts';
import type { LessonHome } from '../../edit/lesson-home.ts';
import { listWords } from '../../text/list-words.ts';
import { writeClockTime } from '../../text/clock-time.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type FilmProps = {
  readonly films: readonly NamedFilm[];
  /** The one that the lesson names already, by its folder; null for none. */
  readonly named: string | null;
  readonly place: LessonHome['place'];
  /** True where a film is shown only once someone has confirmed that a class may see it. */
  readonly isSafeguarding: boolean;
  /** Where films are added. */
  readonly filmsPage: string;
  readonly choose: (film: string) => void;
  readonly close: () => void;
};

/** Asks which of the films that there are a lesson shows. */
export function FilmDialog({
  films,
  named,
  place,
  isSafeguarding,
  filmsPage,
  choose,
  close,
}: FilmProps) {
  const mayShow = (film: NamedFilm) => !isSafeguarding || film.isConfirmed || film.name === named;
  const timed = films.flatMap(({ length, ...film }) =>
    length === null || !mayShow({ length, ...film }) ? [] : [{ ...film, length }],
  );
  const unconfirmed = films.filter((film) => film.length !== null && !mayShow(film));
  const untimed = films.filter(({ length }) => length === null);
  const [chosen, setChosen] = useState(named ?? timed[0]?.name ?? '');
  const isKnown = named === null || timed.some(({ name }) => name === named);
  if (timed.length === 0) {
    return (
      <Dialog title="Film" close={close}>
        {untimed.length === 0 ? (
          <p>
            Wholeclass has no film here yet. <a href={filmsPage}>Add a film</a>: watch it once, and
            say where it stops.
          </p>
        ) : (
          <Untimed films={untimed} />
        )}
        <Unconfirmed films={unconfirmed} filmsPage={filmsPage} />
        <div class="dialog__row dialog__row--end">
          <Button onPress={close}>Close</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title="Film" close={close}>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          choose(chosen);
        }}
      >
        <fieldset class="ask__answers">
          <legend>Which film does this lesson show?</legend>
          {!isKnown && (
            <Choice name={named} chosen={chosen} choose={setChosen}>
              <b>{named}</b>, which isn’t here: {WITHOUT}
            </Choice>
          )}
          {timed.map(({ name, title, length, isHere }) => (
            <Choice key={name} name={name} chosen={chosen} choose={setChosen}>
              <b>{title}</b>, {writeClockTime(length)} long
              {!isHere && `. Its film file isn’t here: ${WITHOUT}`}
            </Choice>
          ))}
        </fieldset>
        {untimed.length > 0 && <Untimed films={untimed} />}
        <Unconfirmed films={unconfirmed} filmsPage={filmsPage} />
        <p>{PLAYS[place]}</p>
        <div class="dialog__row ask__foot">
          <Button variant="main">Use this film</Button>
          <Button onPress={close}>Cancel</Button>
          <span>You can undo it.</span>
        </div>
      </form>
    </Dialog>
  );
}

/** What has to be done before a lesson can show any of these. */
function Untimed({ films }: { readonly films: readonly NamedFilm[] }) {
  return (
    <>
      <p>Here too, but not ready to be chosen:</p>
      <ul>
        {films.map(({ name, title }) => (
          <li key={name}>
            <b>{title}</b>, in media/{name}
          </li>
        ))}
      </ul>
      <p>Each needs its title, its length and the times of its stops: “Your film” asks for them.</p>
    </>
  );
}

/** What has to be confirmed before a safeguarding lesson shows any of these, and the way to add another. */
function Unconfirmed({
  films,
  filmsPage,
}: {
  readonly films: readonly NamedFilm[];
  readonly filmsPage: string;
}) {
  return (
    <p>
      {films.length > 0 &&
        `Not confirmed yet for a safeguarding lesson: ${listWords(films.map(({ title }) => `“${title}”`))}. `}
      <a href={filmsPage} target="_blank">
        Your film
      </a>{' '}
      adds a film, and confirms that a class may see it.
    </p>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly chosen: string;
  readonly choose: (name: string) => void;
  readonly children: ComponentChildren;
};

function Choice({ name, chosen, choose, children }: ChoiceProps) {
  return (
    <label class="ask__tick">
      <input
        type="radio"
        name="film"
        autofocus={name === chosen}
        checked={name === chosen}
        onChange={() => choose(name)}
      />
      <span>{children}</span>
    </label>
  );
}

const WITHOUT = 'until it is, its slide stays and you tell the story.';

const IN_PROGRAM =
  'No film plays from here: “Preview” shows the slide where it starts. It plays once the lesson is in a Wholeclass program that has the film.';
const PLAYS: Readonly<Record<LessonHome['place'], string>> = {
  server:
    'It plays when you teach the lesson from its page. “Preview”, here, shows the slide where it starts.',
  browser: IN_PROGRAM,
  folder: IN_PROGRAM,
};
