import { useEffect, useState } from 'preact/hooks';
import { Button, Stepper } from '../../../ui/controls.view.tsx';
import { sumMinutes } from '../../../outputs/library/lesson-card.ts';
import { MIN_TURNOUT } from '../../../poll/disclose.ts';
import { MAX_PUPILS } from '../../../room/max-pupils.ts';
import {
  missingBefore,
  missingLines,
  wrongSentences,
  wrongToday,
  type Doing,
} from '../../../school/before-teaching.ts';
import { contactsStanding } from '../../../school/contacts.ts';
import { lessonGate, type ApprovalState } from '../../../approval/approval.ts';
import { openApprovalHere } from '../../../approval/approval-here.view.ts';
import { deckCares, deckNeedsApproval } from '../../../outputs/board/deck.ts';
import { openBoardStore } from '../../../outputs/board/board-store.view.ts';
import { openSchoolHere } from '../../../school/school-here.view.ts';
import type { School } from '../../../school/school.ts';
import { periodNow, type PeriodNow } from '../../../school/school-day.ts';
import { rememberEnd, usualEnd } from '../../../lesson/remembered-start.ts';
import { rememberStart, startRemembered } from '../../../lesson/start-here.view.ts';
import { previewHtml } from '../../../outputs/board/preview.ts';
import { pageAddress } from '../../../text/site-file.view.ts';
import { saveVersion, versionHere } from '../../../lesson/today.view.ts';
import { versionChosen, WHOLE, type Version } from '../../../lesson/versions.ts';
import { seenScreens } from '../board/screens.view.ts';
import { today } from '../../../text/today.view.ts';
import { bellAt } from '../session/bell.ts';
import { Approval, ReviewLine, TodayTicks, type Person } from './gates.tsx';
import { SITE, sitePath } from '../session/lesson-files.view.ts';
import { Preflight } from './preflight.tsx';
import { openedRoomOf, screensOf, type Mode, type Screens } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { RejoinForm } from './rejoin.tsx';
import { ScreenChoice } from '../board/screen-choice.tsx';
import type { ScreenPlace } from '../board/screens.ts';
import { BellField, Devices, isBellWrong, VersionChoice, type Tablets } from './start-class.tsx';
import { StartScreens } from './start-screens.tsx';
import { startDrawings } from '../../../outputs/plan/start-drawings.ts';
import { startWords } from '../../../outputs/plan/start-words.ts';
import { whenSeenAgain } from '../../../ui/seen-again.view.ts';
import { TabletCheck } from './tablet-check.tsx';
import type { OwnTick, TypedStart } from './typed-start.ts';
import { dropTyped, holdTyped, typedBefore } from './typed-start.view.ts';
import { idOfMine } from '../../../text/my-lesson.ts';
import { wording } from '../../../ui/wording.view.ts';

type StartProps = { readonly presenter: Presenter };

/** Opens the desk at once where the page's address asks for a rehearsal or a preview: with the notes, and no board on any screen yet. */
export function startAsAsked(presenter: Presenter): void {
  const doing = doingAsked();
  const state = presenter.store.state();
  const { pupils } = state;
  if (doing === 'teach' || screensOf(state) !== null || openedRoomOf(state) !== null) return;
  start(
    presenter,
    { screens: 'two', place: null, isBoardOpen: false },
    { pupils, devices: 'none', doing, bell: '' },
  );
}

/** The first panel: everything as last time, the ticks of today, and one button that starts. */
export function StartPanel({ presenter }: StartProps) {
  return openedRoomOf(presenter.store.state()) === null ? (
    <Fresh presenter={presenter} />
  ) : (
    <Running presenter={presenter} />
  );
}

/** What the start says while this computer has no network. */
const NO_NETWORK =
  'There is no network: tablets can’t join. Everything with hands and paper works.';

function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOffline;
}

// Another browser opened it, and has been through the gates.
function Running({ presenter }: StartProps) {
  const { pupils, devices } = presenter.store.state();
  return (
    <main class="start">
      <p class="start__lesson">{presenter.deck.boardTitle}</p>
      <h1>The lesson is running</h1>
      <h2>{wording(startWords[presenter.deck.audience].screen)}</h2>
      <ScreenChoice
        choose={(screens, place) =>
          start(
            presenter,
            { screens, place, isBoardOpen: true },
            { pupils, devices: devices ? 'own' : 'none', doing: 'teach', bell: '' },
          )
        }
      />
    </main>
  );
}

function Fresh({ presenter }: StartProps) {
  const { deck, versions, hasDevices, change } = presenter;
  const known = useSchool(presenter);
  const { period } = known;
  const [typed, type] = useTyped(presenter, period);
  const { pupils, tablets, bell, screens, lead, ticked } = typed;
  const [isStarting, setStarting] = useState(false);
  const [place, setPlace] = useState<ScreenPlace | null>(null);
  const [isReached, setReached] = useState(false);
  const isOffline = useOffline();
  const words = startWords[deck.audience];
  // Parents and staff bring no school tablet: they answer by hands.
  const mayUseDevices = hasDevices && deck.audience === 'pupils';
  const isByTablet = mayUseDevices && tablets !== 'none';
  const isGated = deckNeedsApproval(deck);
  const wrong = wrongToday({ doing: 'teach', count: pupils, isBellWrong: isBellWrong(bell) });
  const missing = missingBefore({
    audience: deck.audience,
    approval: isGated ? 'each term' : 'none',
    doing: 'teach',
    gate: known.gate,
    ticked: ticked.filter(isNeeded),
    lead,
  });
  const needed = [...wrongSentences(wrong, deck.audience), ...missingLines(missing, words.ticks)];
  const here = { slug: deck.slug, site: sitePath() };
  const version = versionChosen(versions, versionHere(here) ?? WHOLE);

  function tick(one: OwnTick, on: boolean): void {
    // A name ticks its own box, so both may change at once.
    type((now) => ({
      ticked: [...now.ticked.filter((other) => other !== one), ...(on ? [one] : [])],
    }));
  }

  function begin(): void {
    setStarting(true);
    const first = wrong[0] ?? missing[0];
    if (first !== undefined) return bringTo(places[first]);
    const devices = isByTablet ? tablets : 'none';
    const now = new Date();
    const before = startRemembered(here.site);
    const remembered = {
      ...before,
      screens,
      pupils,
      devices: mayUseDevices ? tablets : before.devices,
    };
    rememberStart(here.site, rememberEnd(remembered, bellAt(bell, now), now));
    start(
      presenter,
      { screens, place, isBoardOpen: true },
      { pupils, devices, doing: 'teach', bell },
    );
  }

  function choose(one: Version): void {
    saveVersion(here, one);
    change({});
  }

  const approval = isGated && deck.audience === 'pupils' && (
    <Approval gate={known.gate} asked={known.asked} slug={deck.slug} changed={known.changed} />
  );

  return (
    <>
      <header class="start-head">
        <a class="site-mark" href={pageAddress(SITE)}>
          <svg
            viewBox="0 0 27 27"
            aria-hidden="true"
            dangerouslySetInnerHTML={{ __html: startDrawings.mark }}
          />
          Wholeclass
        </a>
        <a href={pageAddress(`${SITE}lesson/${deck.slug}/`)}>Cancel</a>
      </header>
      <main class="start start--rows">
        <div class="start__rows">
          <h1>Start: {deck.boardTitle}</h1>
          <p class="start__lead">
            {known.isRemembered
              ? 'Filled in from last time. Change anything'
              : 'Look through it once'}
            {isGated ? ', then tick three boxes.' : ', then start.'}
          </p>
          {versions.length > 1 && <VersionChoice all={versions} chosen={version} choose={choose} />}
          <BellField
            value={bell}
            change={(next) => type({ bell: next })}
            isStarting={isStarting}
            minutes={sumMinutes(deck.blocks)}
            all={versions}
            choose={choose}
            period={period}
          />
          <div class="row">
            <span class="row__name">{wording(hasDevices ? words.answer : words.byHands)}</span>
            <div class="row__inside">
              {mayUseDevices && (
                <Devices devices={tablets} choose={(next) => type({ tablets: next })} />
              )}
              <Stepper
                id="pupils"
                label={wording(words.count)}
                value={pupils}
                min={0}
                max={MAX_PUPILS}
                change={(next) => type({ pupils: next })}
              />
              <span aria-hidden="true">{wording(words.here)}</span>
              {isOffline && deck.audience === 'pupils' && (
                <p class="start__few" role="status">
                  {wording(NO_NETWORK)}
                </p>
              )}
              {deck.questions.length > 0 && pupils > 0 && pupils < MIN_TURNOUT && (
                <p class="start__few" role="status">
                  Too few to show results: under {MIN_TURNOUT}, one answer can give someone away.
                  Ask all the same{isByTablet ? '' : ', hands down'}: the board then gives pairs
                  something to talk about.
                </p>
              )}
            </div>
          </div>
          <StartScreens
            screens={screens}
            place={place}
            choose={(next) => type({ screens: next })}
            setPlace={setPlace}
          />
          {isGated && (
            <div class="row">
              <span class="row__name">
                Today <span>3 ticks, every time</span>
              </span>
              <TodayTicks
                audience={deck.audience}
                film={deck.film}
                ticked={ticked}
                tick={tick}
                lead={lead}
                changeLead={(name) => type({ lead: name })}
                people={known.people}
                wanted={isStarting ? missing : []}
              />
            </div>
          )}
        </div>
        <aside class="card start__side" aria-label="Start the lesson">
          <TitleSlide presenter={presenter} />
          {known.gate?.is !== 'done' && approval}
          <Button
            onPress={begin}
            variant={
              known.gate?.is === 'done' || !isGated || deck.audience === 'adults' ? 'main' : 'plain'
            }
            icon="play"
          >
            Start the lesson
          </Button>
          {isStarting && needed.length > 0 && (
            <div class="start__missing" role="alert">
              <p>Still needed:</p>
              <ul>
                {needed.map((one) => (
                  <li key={one}>{wording(one)}</li>
                ))}
              </ul>
            </div>
          )}
          <ol class="start__does">
            <li>
              {screens === 'two'
                ? 'This slide opens on the projector.'
                : 'This slide fills this screen.'}
            </li>
            <li>
              {screens === 'two'
                ? 'Notes and one main button stay here.'
                : 'A bar of buttons stays below it.'}
            </li>
            <li>Pause hides everything, at any moment.</li>
          </ol>
          {known.gate?.is === 'done' && approval}
          {isGated && (
            <ReviewLine
              reviewedBy={deck.staff?.reviewedBy ?? []}
              review={deck.staff?.review ?? null}
            />
          )}
          <p class="start__try">
            <a href={pageAddress(`${SITE}present/${deck.slug}/`, 'rehearse')}>
              {wording('Practise with a pretend {class}')}
            </a>{' '}
            or{' '}
            <a href={pageAddress(`${SITE}present/${deck.slug}/`, 'preview')}>preview the slides</a>
          </p>
        </aside>
        <div class="start__more">
          {isByTablet && <TabletCheck lesson={deck.slug} onCheck={setReached} />}
          <Preflight
            slug={deck.slug}
            film={deck.film}
            hasHelp={deckCares(deck, 'help slide')}
            isByTablet={isByTablet}
            isReached={isReached}
            contacts={known.contacts}
            bell={bell}
            ticked={ticked}
            tick={tick}
          />
          {hasDevices && <RejoinForm presenter={presenter} />}
          {deck.questions.length > 0 && <SlipsLater open={() => change({ dialog: 'slips' })} />}
        </div>
      </main>
    </>
  );
}

/** What is typed and chosen: as it was when the teacher comes back from another page, else as lessons are started on this computer. Ticks are never made beforehand. */
function useTyped({ store, hasDevices, change }: Presenter, period: PeriodNow | null) {
  const [isEndTyped, setEndTyped] = useState(() => typedBefore() !== null);
  const [typed, setTyped] = useState<TypedStart>(() => {
    const before = typedBefore();
    if (before !== null) return before;
    const remembered = startRemembered(sitePath());
    const { devices } = store.state();
    return {
      pupils: remembered.pupils,
      tablets: hasDevices ? (devices ? 'own' : remembered.devices) : 'none',
      bell: usualEnd(remembered, new Date()),
      // One picture is what the class sees, whatever was chosen in another room.
      screens: seenScreens() === 'one' ? 'one' : (remembered.screens ?? 'two'),
      lead: '',
      ticked: [],
    };
  });
  // By the school’s own times, once they are read; what someone typed stays.
  const bell = isEndTyped ? typed.bell : (period?.ends ?? typed.bell);
  function type(part: Partial<TypedStart> | ((now: TypedStart) => Partial<TypedStart>)): void {
    setTyped((now) => {
      const next = { ...now, bell, ...(typeof part === 'function' ? part(now) : part) };
      holdTyped(next);
      return next;
    });
    if (typeof part !== 'function' && part.bell !== undefined) setEndTyped(true);
    if (typeof part !== 'function' && part.lead !== undefined) change({ lead: part.lead });
  }
  return [{ ...typed, bell }, type] as const;
}

// The slide that the class sees first.
function TitleSlide({ presenter: { deck } }: StartProps) {
  const [first] = deck.slides;
  if (first === undefined) return null;
  return (
    <div
      class="slide-frame start__slide"
      aria-hidden="true"
      inert
      dangerouslySetInnerHTML={{ __html: previewHtml(first, { ...deck, room: null }) }}
    />
  );
}

function SlipsLater({ open }: { readonly open: () => void }) {
  return (
    <p>
      <Button onPress={open} variant="quiet">
        After the lesson: count paper slips
      </Button>
    </p>
  );
}

// What is beside the field, such as the sentence that asks for it, is in sight with it.
function bringTo(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Where someone is sent for what is missing. */
const places = {
  gate: 'gate-link',
  review: 'gate-link',
  watched: 'tick-watched',
  lead: 'lead-today',
  'lead-name': 'lead-today',
  pupils: 'tick-pupils',
  help: 'tick-help',
  count: 'pupils',
  bell: 'bell',
} as const;

type Chosen = {
  readonly pupils: number;
  readonly devices: Tablets;
  readonly doing: Doing;
  readonly bell: string;
};

/** What each choice of the start panel is called while it runs. */
const modes = {
  teach: 'lesson',
  rehearse: 'rehearsal',
  preview: 'preview',
} as const satisfies Readonly<Record<Doing, Mode>>;

type Seen = {
  readonly screens: Screens;
  readonly place: ScreenPlace | null;
  readonly isBoardOpen: boolean;
};

function start(
  { deck, store, board, room, change }: Presenter,
  { screens, place, isBoardOpen }: Seen,
  { pupils, devices, doing, bell }: Chosen,
): void {
  const isRunning = openedRoomOf(store.state()) !== null;
  // The board of a lesson taught in this window before: a window that is opened gets a copy of all that this one has saved.
  openBoardStore(deck, sessionStorage).forget();
  const isOpen = screens === 'one' || !isBoardOpen || board.open(place);
  dropTyped();
  store.send({
    type: 'start',
    screens,
    pupils: Math.max(1, pupils),
    devices: devices !== 'none',
    mode: modes[doing],
    bell: bellAt(bell, new Date()) ?? store.state().bell,
  });
  if (!isOpen) {
    change({ problem: 'The browser did not open the board’s window. Press “Open the board”.' });
  }
  if (screens === 'one') void document.documentElement.requestFullscreen?.().catch(() => undefined);
  if (isRunning) return;
  if (devices === 'own') void room.open();
  if (devices === 'shared') void room.step({ type: 'shared' });
}

type Answered = { readonly state: ApprovalState; readonly asked: string | null };

const NO_ANSWER: Answered = { state: { is: 'none' }, asked: null };

/** What the school says: whether the lesson is approved, who is of the safeguarding team, and which contacts were checked. */
function useSchool({ deck }: Presenter) {
  const [school, setSchool] = useState<School | null>(null);
  const [period, setPeriod] = useState<PeriodNow | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [isRemembered] = useState(() => startRemembered(sitePath()).screens !== null);
  useEffect(() => {
    void openSchoolHere(SITE)
      .read()
      .then(({ school: read }) => {
        setSchool(read);
        setPeriod(periodNow(read.day, new Date()));
      });
  }, []);
  const { slug } = deck;
  // Parents and staff hear of the lessons before one can be approved.
  const isGated = deckNeedsApproval(deck) && deck.audience === 'pupils';
  useEffect(() => {
    if (!isGated) return undefined;
    void openApprovalHere(SITE, slug)
      .read()
      // What cannot be looked up is not known to be given.
      .then((reply) => setAnswered(reply.is === 'done' ? reply.body : NO_ANSWER));
    // The lead may have answered in another tab, or in this one.
    return whenSeenAgain(() => {
      void openApprovalHere(SITE, slug)
        .read()
        .then((reply) => reply.is === 'done' && setAnswered(reply.body));
    });
  }, [isGated, slug]);
  const people: readonly Person[] =
    school === null
      ? []
      : [
          { name: school.lead.name, role: 'Safeguarding lead' },
          ...school.deputies.map(({ name }) => ({ name, role: 'Deputy' })),
        ].filter(({ name }) => name !== '');
  return {
    gate:
      school &&
      answered &&
      lessonGate(
        {
          state: answered.state,
          school,
          why: deck.staff?.review?.suspends ?? null,
          isMine: idOfMine(slug) !== null,
        },
        today(),
      ),
    asked: answered?.asked ?? null,
    changed: setAnswered,
    contacts: school && contactsStanding(school, today()),
    people,
    period,
    isRemembered,
  };
}

function isNeeded(tick: OwnTick): tick is Exclude<OwnTick, 'sound' | 'paper'> {
  return tick !== 'sound' && tick !== 'paper';
}

// The address a lesson's page and the library give to those who want to try it, or to look.
function doingAsked(): Doing {
  return (
    (['rehearse', 'preview'] as const).find((one) =>
      new URLSearchParams(location.search).has(one),
    ) ?? 'teach'
  );
}
