import { idOfMine, shippedOf } from '../../../text/my-lesson.ts';
import { readJsonAs } from '../../../text/schema.ts';
import { wording } from '../../../ui/wording.view.ts';
import '../../../ui/controls.css';
import { startRunningNotice } from '../../../ui/running-lesson.view.ts';
import { render, type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Deck } from '../../../outputs/board/deck.ts';
import { paperStyles, PLAIN_LOOK } from '../../../outputs/handouts/paper-look.ts';
import type { SheetEntry } from '../../../outputs/handouts/sheet.ts';
import { showLook } from '../../../outputs/handouts/show-look.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import {
  deskDataSchema,
  firstChoice,
  firstPick,
  pileIn,
  sheetsIn,
  withLesson,
  type Choice,
  type DeskData,
  type MineToPrint,
} from './choice.ts';
import { Controls, type Choosing } from './controls.tsx';
import { countPages, usePageCounts } from './count-pages.view.ts';
import type { PageCounts } from './leaves.ts';
import { layPile, type PileHere } from './lay-pile.view.ts';
import { PickField } from './pick-field.tsx';
import { Preview } from './preview.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { SheetList } from './sheet-list.tsx';
import { makeSheets, type MadeSheet } from './sheets-here.view.ts';
import { readDeck, waysOf } from './ways.view.ts';

const isServed =
  document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';

type DeskProps = {
  /** What the page is made with. */
  readonly made: DeskData;
  readonly mine: readonly MineToPrint[];
};

function PrintDesk({ made: ofSite, mine }: DeskProps) {
  const [data, setData] = useState(ofSite);
  const [choice, choose] = useState<Choice>(() =>
    firstChoice(data, new URLSearchParams(location.search)),
  );
  const { lesson, font } = choice;
  const sheets = useMemo(() => sheetsIn(data, lesson), [data, lesson]);
  const { made, trouble, again, deck } = useSheets(lesson, sheets, data.school);
  const items = pileIn(sheets, choice);
  const change = (part: Partial<Choice>): void => choose((was) => ({ ...was, ...part }));

  async function chooseLesson(next: string | null): Promise<void> {
    const all = await withMine(data, next);
    setData(all);
    change({ lesson: next, picked: firstPick(all, next), counts: {} });
  }

  useEffect(() => void showLook(document, { ...PLAIN_LOOK, font }), [font]);
  const styles = paperStyles.filter(
    (style) => style === PLAIN_LOOK.style || items.some((item) => item.style === style),
  );
  const pages = usePageCounts({ made, styles, font });
  const layIt = (): void => lay({ items, bothSides: choice.bothSides }, made, pages);
  useEffect(() => updateAddress(choice), [choice]);
  usePrinting(layIt);

  if (sheets.length === 0 && data.lessons.length === 0 && mine.length === 0) {
    return <p role="status">There is no lesson yet, so there is nothing to print.</p>;
  }
  return (
    <>
      <h1>What do you want on paper?</h1>
      <p class="lead">
        {wording(
          'Black on white, A4, from any printer. No sheet for {pupils} asks for a name: on the question slip they may give one.',
        )}
      </p>
      <Controls
        {...{ data, mine, choice, change, sheets }}
        chooseLesson={(next) => void chooseLesson(next)}
        ways={deck && waysOf(deck, again)}
      />
      <Sheets {...{ data, choice, change, sheets, made, pages }}>
        <PickField {...{ data, choice, change, sheets, pages }} />
        <PrintButtons
          {...{ choice, items, pages, isServed }}
          isReading={made === null}
          lay={layIt}
        />
        {trouble !== '' && (
          <p class="advice" role="alert">
            {trouble} <Button onPress={again}>Try again</Button>
          </p>
        )}
      </Sheets>
    </>
  );
}

type SheetsProps = Choosing & {
  readonly sheets: readonly SheetEntry[];
  readonly made: readonly MadeSheet[] | null;
  readonly pages: PageCounts;
  readonly children: ComponentChildren;
};

function Sheets({ data, choice, change, sheets, made, pages, children }: SheetsProps) {
  const [shown, show] = useState('');
  const current =
    sheets.find(({ id }) => id === shown) ??
    sheets.find(({ id: one }) => one === 'worksheet') ??
    sheets.find(({ copies }) => copies !== 'one') ??
    sheets[0];
  const id = current?.id ?? '';
  const lookAt = (one: string): void => {
    show(one);
    requestAnimationFrame(showBelow);
  };
  return (
    <div class="desk-columns">
      <div>
        {children}
        <SheetList {...{ data, choice, change, sheets, pages }} show={lookAt} shown={id} />
      </div>
      {current && made && (
        <Preview
          {...{ data, choice, change }}
          sheet={current}
          made={made.find((one) => one.id === id) ?? null}
        />
      )}
    </div>
  );
}

// Where the page is not beside the list, “Preview” scrolls to it.
function showBelow(): void {
  const [list, preview] = [
    document.querySelector('.desk-list'),
    document.querySelector<HTMLElement>('#preview'),
  ];
  if (
    list &&
    preview &&
    preview.getBoundingClientRect().top > list.getBoundingClientRect().bottom
  ) {
    preview.scrollIntoView();
    preview.focus({ preventScroll: true });
  }
}

type Read = {
  readonly made: readonly MadeSheet[] | null;
  readonly trouble: string;
  readonly deck: Deck | null;
  readonly again: () => void;
};

function useSheets(
  lesson: string | null,
  sheets: readonly SheetEntry[],
  ofSchool: readonly SheetEntry[],
): Read {
  const [state, set] = useState<Omit<Read, 'again'>>({ made: null, trouble: '', deck: null });
  const [turn, next] = useState(0);
  useEffect(() => {
    let isGone = false;
    const update = (now: Omit<Read, 'again'>): void => (isGone ? undefined : set(now));
    Promise.all([
      makeSheets(lesson, sheets, ofSchool),
      lesson === null ? null : readDeck(lesson),
    ]).then(
      ([made, deck]) => update({ made, deck, trouble: '' }),
      () =>
        update({
          made: null,
          deck: null,
          trouble:
            'The sheets cannot be reached just now. Each can still be printed from its own page.',
        }),
    );
    return () => (isGone = true);
  }, [lesson, sheets, ofSchool, turn]);
  return { ...state, again: () => next(turn + 1) };
}

// Ctrl+P on this page prints what is chosen.
function usePrinting(lay: () => void): void {
  // Before the page is shown: a reader who prints at once prints what is there.
  useLayoutEffect(() => {
    addEventListener('beforeprint', lay);
    return () => removeEventListener('beforeprint', lay);
  });
}

function lay(
  pile: Pick<PileHere, 'items' | 'bothSides'>,
  made: readonly MadeSheet[] | null,
  pages: PageCounts,
): void {
  const place = document.querySelector<HTMLElement>('#pile');
  if (place && made) {
    const styles = [...new Set(pile.items.map(({ style }) => style))];
    layPile(place, { ...pile, made, pages: pages.size > 0 ? pages : countPages(made, styles) });
  }
}

// Loaded again, or sent to someone, it opens on the same.
function updateAddress({ lesson, picked }: Choice): void {
  const address = new URL(location.href);
  address.searchParams.set('lesson', lesson ?? 'school');
  if (lesson !== null && picked === 'everything') address.searchParams.set('print', picked);
  else address.searchParams.delete('print');
  history.replaceState(history.state, '', address);
}

/** The lessons that are in no file of the site; a program has none but its own. */
const ofMine = () => import('./mine-here.view.ts');

/** All there is to print with the sheets of a lesson of one’s own, where it is one and they are not read yet. */
async function withMine(data: DeskData, lesson: string | null): Promise<DeskData> {
  if (lesson === null || idOfMine(lesson) === null) return data;
  if (sheetsIn(data, lesson).length > 0) return data;
  return withLesson(data, await (await ofMine()).readMine(lesson));
}

/** The lessons that this page makes the sheets of itself, and the others: one that is taught with a film of this browser is no longer the site’s. */
async function sortMine(data: DeskData) {
  const none = { mine: [], ofSite: data };
  const here = await ofMine().catch(() => null);
  if (here === null) return none;
  const filmed = await here.listWithFilms(data.lessons.map(({ card }) => card));
  const isFilmed = (slug: string) => filmed.some((one) => shippedOf(one.slug) === slug);
  const lessons = data.lessons.filter(({ card }) => !isFilmed(card.slug));
  const own = await here.listMine().catch(() => []);
  return { mine: [...own, ...filmed], ofSite: { ...data, lessons } };
}

async function open(): Promise<void> {
  const place = document.querySelector('#desk');
  const data = readJsonAs(deskDataSchema, document.querySelector('#to-print')?.textContent ?? '');
  if (place === null || data === null) return;
  const { mine, ofSite } = isServed ? { mine: [], ofSite: data } : await sortMine(data);
  const asked = new URLSearchParams(location.search).get('lesson');
  const first = mine.find(({ slug }) => shippedOf(slug) === asked)?.slug ?? asked;
  const made = isServed ? data : await withMine(ofSite, first);
  const address = new URL(location.href);
  if (first !== null) address.searchParams.set('lesson', first);
  history.replaceState(history.state, '', address);
  place.replaceChildren();
  render(<PrintDesk {...{ made, mine }} />, place);
}

void open();
startRunningNotice();
