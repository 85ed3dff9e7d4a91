import * as v from 'valibot';
import { lessonCardSchema } from '../outputs/library/lesson-card-schema.ts';
import { readJsonAs } from '../text/schema.ts';
import { render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { filmsHere } from '../film/films-here.view.ts';
import {
  campaignFilmSchema,
  NO_CAMPAIGN_FILM,
  type CampaignFilm,
} from '../outputs/library/campaign-film.ts';
import { published, type LessonCard } from '../outputs/library/lesson-card.ts';
import { applySetting } from '../outputs/handouts/apply-setting.view.ts';
import {
  fitsFilter,
  isAny,
  readFilter,
  writeFilter,
  type Filter,
} from '../outputs/library/library-filter.ts';
import { closestFirst } from '../outputs/library/library-search.ts';
import { lessonOfOfflineKey, SEARCHED } from '../text/browser-keys.ts';
import { groupLessons } from '../outputs/library/lesson-groups.ts';
import { libraryOpening } from '../outputs/library/library-opening.ts';
import { Icon } from '../ui/controls.view.tsx';
import { wording } from '../ui/wording.view.ts';
import { FoundCard } from './library-card.tsx';
import { Filters, FoundHeading, NothingFits } from './library-filters.tsx';
import { Columns, FilmLine, ShelvesBelow } from './library-shelves.tsx';
import { pageAddress } from '../text/site-file.view.ts';
import { startRunningNotice } from '../ui/running-lesson.view.ts';
import { startSignOut } from './sign-out.ts';
import type { WaitingNotes } from '../room/protocol.ts';
import { waitingWords } from '../room/waiting-notes.ts';
import { fetchWaitingNotes } from '../room/waiting-notes.view.ts';

// On a static site there is no program that could keep anything.
const isServed =
  document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
const site = new URL('.', location.href).pathname;

type LibraryProps = { readonly cards: readonly LessonCard[]; readonly film: CampaignFilm };

function Library({ cards: first, film }: LibraryProps) {
  const [cards, setCards] = useState(first);
  const [filter, look] = useFilter();
  const shown = closestFirst(
    cards.filter((card) => fitsFilter(card, filter)),
    filter.words,
  );

  return (
    <>
      <div class={isAny(filter) ? 'opening' : 'opening opening--found'}>
        <div class="opening__words">
          <Heading cards={cards} />
          {cards.length > 1 && (
            <Filters cards={cards} filter={filter} count={shown.length} look={look} />
          )}
        </div>
        <Write />
      </div>
      {isServed ? <LeftNotes /> : <Offline />}
      {cards.length === 0 && <NoLessons />}
      {isAny(filter) ? (
        <>
          <FilmLine film={film} />
          <Columns cards={cards} film={film} />
        </>
      ) : (
        <section class="results" aria-labelledby="found">
          <FoundHeading filter={filter} count={shown.length} />
          {shown.length === 0 && <NothingFits cards={cards} filter={filter} look={look} />}
          <ul>
            {shown.map((card) => (
              <FoundCard key={card.slug} card={card} words={filter.words} />
            ))}
          </ul>
        </section>
      )}
      <Mine refresh={setCards} />
      {isAny(filter) && <ShelvesBelow cards={cards} film={film} />}
    </>
  );
}

function Heading({ cards }: { readonly cards: readonly LessonCard[] }) {
  const { heading, about } = libraryOpening(cards);
  return (
    <>
      <h1>{heading}</h1>
      <p class="lead">{wording(about)}</p>
    </>
  );
}

/** The ways to a lesson of one’s own. */
function Write() {
  return (
    <div class="card write">
      <h2>My lessons</h2>
      <p>Start from a template, or use one you have.</p>
      <p class="write__ways">
        <a class="button" href={`${pageAddress('edit/')}?new`}>
          <Icon name="plus" />
          New lesson
        </a>
        <a class="button" href={`${pageAddress('edit/')}?file`}>
          <Icon name="folder" />
          Open a lesson
        </a>
        <a class="button" href={`${pageAddress('edit/')}?open`}>
          <Icon name="save" />
          Import from Word or PowerPoint
        </a>
      </p>
    </div>
  );
}

// Only where there are some.
function Mine({ refresh }: { readonly refresh: (cards: readonly LessonCard[]) => void }) {
  const [list, setList] = useState<VNode | null>(null);
  useEffect(() => {
    const changed = () => void fetchCards().then((cards) => cards !== null && refresh(cards));
    void import('./my-lessons.tsx').then(({ myLessons }) =>
      setList(myLessons(site, isServed, changed)),
    );
  }, [refresh]);
  return list;
}

// Only where some are: nothing of them is loaded before.
function Offline() {
  const [list, setList] = useState<VNode | null>(null);
  useEffect(() => {
    if (!isSecureContext || !('caches' in window)) return;
    void caches.keys().then(async (names) => {
      if (!names.some((name) => lessonOfOfflineKey(name, site) !== null)) return;
      const { OfflineLessons } = await import('./offline-lessons.tsx');
      setList(<OfflineLessons />);
    });
  }, []);
  return list;
}

/** The lessons as they are now, as the library lists them; null where they cannot be had. */
async function fetchCards(): Promise<readonly LessonCard[] | null> {
  const cards = await fetchAll();
  return cards && published(cards);
}

async function fetchAll(): Promise<readonly LessonCard[] | null> {
  const response = await fetch('./lessons.json', { cache: 'no-store' }).catch(() => null);
  return response?.ok === true ? parseCards(await response.text().catch(() => '')) : null;
}

/** The library with the films of this browser; null where it has none. */
async function withFilmsHere(made: CampaignFilm): Promise<LibraryProps | null> {
  if ((await filmsHere(site)).length === 0) return null;
  const [{ readFilmsHere }, { withFilmHere, campaignFilmHere }, all] = await Promise.all([
    import('../film/read-films-here.view.ts'),
    import('../outputs/library/library-with-films.ts'),
    fetchAll(),
  ]);
  if (all === null) return null;
  const films = await readFilmsHere(site);
  const cards = published(all.map((card) => withFilmHere(card, films)));
  return { cards, film: campaignFilmHere(cards, films, made) };
}

/** Filters are in the address, and the words in the tab’s history beside it: a reload and the back button find both, and no address has a word that a school’s filter reads (M26). What is typed is one step back, not one for each letter. */
function useFilter(): readonly [Filter, (filter: Filter, typed?: 'typed') => void] {
  const [filter, setFilter] = useState(readAddress);
  useEffect(() => {
    const back = () => setFilter(readAddress());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  function look(next: Filter, typed?: 'typed'): void {
    const asked = new URLSearchParams(writeFilter(next)).toString();
    const address = `${location.pathname}${asked === '' ? '' : `?${asked}`}`;
    const isSameSearch = typed === 'typed' && filter.words !== '' && next.words !== '';
    const state = { [SEARCHED]: next.words };
    if (isSameSearch) history.replaceState(state, '', address);
    else history.pushState(state, '', address);
    setFilter(next);
  }
  return [filter, look];
}

function readAddress(): Filter {
  const asked = readFilter(Object.fromEntries(new URLSearchParams(location.search)));
  const state: unknown = history.state;
  if (
    typeof state !== 'object' ||
    state === null ||
    !(SEARCHED in state) ||
    typeof state[SEARCHED] !== 'string'
  ) {
    return asked;
  }
  return { ...asked, words: state[SEARCHED] };
}

function NoLessons() {
  return (
    <div class="advice library-note">
      <h2>There are no lessons here yet</h2>
      <p>
        Put a lesson plan, such as <code>my-lesson.md</code>, into the folder <code>lessons</code>,
        then load this page again. You can begin from a template below.
      </p>
    </div>
  );
}

function NoList() {
  return (
    <>
      <h1>What are you teaching?</h1>
      <div class="advice library-note">
        <h2>The list of lessons did not arrive</h2>
        <p>
          Load this page again. If the list is still missing, stop Wholeclass and start it again.
        </p>
        <p>
          <button class="button" type="button" onClick={() => location.reload()}>
            Load it again
          </button>
        </p>
      </div>
    </>
  );
}

function readCards(): readonly LessonCard[] | null {
  return parseCards(document.querySelector('#lessons')?.textContent ?? '');
}

function parseCards(json: string): readonly LessonCard[] | null {
  const cards = readJsonAs(v.array(lessonCardSchema), json);
  return cards && groupLessons(cards).flatMap((group) => group.cards);
}

const film =
  readJsonAs(campaignFilmSchema, document.querySelector('#campaign-film')?.textContent ?? '') ??
  NO_CAMPAIGN_FILM;
const cards = readCards();
const place = document.querySelector('#library');
if (place) {
  let shown: LibraryProps | null = cards && { cards, film };
  const draw = () =>
    render(shown === null ? <NoList /> : <Library {...shown} key={times} />, place);
  let times = 0;
  place.replaceChildren();
  draw();
  // On a site of files it is known only now how things are called here, and which films are.
  void applySetting('./').then(draw);
  if (!isServed) {
    void withFilmsHere(film).then((found) => {
      if (found === null) return;
      shown = found;
      times += 1;
      draw();
    });
  }
}
startSignOut();
startRunningNotice();

/** That notes of a question box wait for the safeguarding lead, and where they open them: never what the notes say (R8, R25). */
function LeftNotes() {
  const [left, setLeft] = useState<WaitingNotes | null>(null);
  useEffect(() => void fetchWaitingNotes('./').then(setLeft), []);
  if (left === null || left.waiting === 0) return null;
  return (
    <section class="advice library-note" aria-labelledby="left">
      <h2 id="left">{waitingWords(left.waiting)}</h2>
      <p>
        A lesson ended before every note in its question box was dealt with.{' '}
        {left.keys === 0
          ? 'Your safeguarding lead makes a key first, which takes two minutes.'
          : `Only your safeguarding lead can open ${left.waiting === 1 ? 'it' : 'them'}.`}
      </p>
      <p>
        <a class="button" href="./safeguarding/">
          {left.keys === 0 ? 'Make the key' : 'Open the notes'}
        </a>
      </p>
    </section>
  );
}
