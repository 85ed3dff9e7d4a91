import { useEffect, useState } from 'preact/hooks';
import { Button, Stepper } from '../../../ui/controls.view.tsx';
import { sumMinutes } from '../../../outputs/library/lesson-card.ts';
import { MIN_TURNOUT } from '../../../poll/disclose.ts';
import { MAX_PUPILS } from '../../../room/max-pupils.ts';
import {
  missingBefore,
  missingSentence,
  wrongSentences,
  wrongToday,
  type Doing,
} from '../../../school/before-teaching.ts';
import { contactsStanding } from '../../../school/contacts.ts';
import { gateFor, gateState } from '../../../school/gate.ts';
import { deckCares, deckNeedsApproval } from '../../../outputs/board/deck.ts';
import { openBoardStore } from '../../../outputs/board/board-store.view.ts';
import { openSchoolHere } from '../../../school/school-here.view.ts';
import type { School } from '../../../school/school.ts';
import { today } from '../../../text/today.view.ts';
import { bellAt } from '../session/bell.ts';
import { fitWords } from '../room/fit-words.ts';
import { Gates } from './gates.tsx';
import { SITE, sitePath } from '../session/lesson-files.view.ts';
import { Preflight } from './preflight.tsx';
import { openedRoomOf, screensOf, type Mode, type Screens } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { RejoinForm } from './rejoin.tsx';
import { ScreenChoice } from '../board/screen-choice.tsx';
import type { ScreenPlace } from '../board/screens.ts';
import {
  BellField,
  Devices,
  DoingChoice,
  isBellWrong,
  minutesUntil,
  type Tablets,
} from './start-class.tsx';
import { startWords } from './start-words.ts';
import { saveTicks, ticksToday } from './ticks-here.view.ts';
import { TabletCheck } from './tablet-check.tsx';
import type { OwnTick } from './today-ticks.ts';
import { TryHere } from './try-here.tsx';
import type { TypedStart } from './typed-start.ts';
import { dropTyped, holdTyped, typedBefore } from './typed-start.view.ts';
import { wording } from '../../../ui/wording.view.ts';
import './start.css';

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

/** The first panel: what this is, who is here, both gates, and, in one press, which screen they see. */
export function StartPanel({ presenter }: StartProps) {
  return openedRoomOf(presenter.store.state()) === null ? (
    <Fresh presenter={presenter} />
  ) : (
    <Running presenter={presenter} />
  );
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
  const { deck, hasDevices, change } = presenter;
  const [typed, type] = useTyped(presenter);
  const { pupils, tablets, bell, doing } = typed;
  const [isStarting, setStarting] = useState(false);
  const gates = useGates(presenter, typed.lead, (lead) => type({ lead }));
  // Parents and staff bring no school tablet: they answer by hands.
  const mayUseDevices = hasDevices && deck.audience === 'pupils';
  const isByTablet = mayUseDevices && doing === 'teach' && tablets !== 'none';
  const words = startWords[deck.audience];
  const wrong = wrongToday({ doing, count: pupils, isBellWrong: isBellWrong(bell) });
  const missing = missingBefore({
    audience: deck.audience,
    approval: deckNeedsApproval(deck) ? 'each term' : 'none',
    doing,
    ...gates,
    ticked: gates.ticked.filter(isNeeded),
  });
  const sentences = [...wrongSentences(wrong, deck.audience), missingSentence(missing)].filter(
    (sentence) => sentence !== '',
  );

  function choose(screens: 'one' | 'two', place: ScreenPlace | null, isBoardOpen = true): void {
    setStarting(true);
    const first = wrong[0] ?? missing[0];
    if (first !== undefined) return bringTo(places[first]);
    start(
      presenter,
      { screens, place, isBoardOpen },
      { pupils, devices: isByTablet ? tablets : 'none', doing, bell },
    );
  }

  return (
    <main class="start">
      <p class="start__lesson">{deck.boardTitle}</p>
      <h1>Before you start</h1>
      <DoingChoice
        audience={deck.audience}
        doing={doing}
        choose={(next) => type({ doing: next })}
      />
      <div class="start__row" hidden={doing === 'preview'}>
        <Stepper
          id="pupils"
          label={wording(words.count)}
          value={pupils}
          min={0}
          max={MAX_PUPILS}
          change={(next) => type({ pupils: next })}
        />
        <BellField value={bell} change={(next) => type({ bell: next })} isStarting={isStarting} />
        {mayUseDevices && doing === 'teach' && (
          <Devices devices={tablets} choose={(next) => type({ tablets: next })} />
        )}
      </div>
      {doing !== 'preview' && <Fits presenter={presenter} pupils={pupils} bell={bell} />}
      {isStarting && sentences.length > 0 && <WhatIsMissing sentences={sentences} />}
      {doing === 'teach' && deckNeedsApproval(deck) && (
        <Gates
          film={deck.film}
          audience={deck.audience}
          slug={deck.slug}
          reviewedBy={deck.staff?.reviewedBy ?? []}
          review={deck.staff?.review ?? null}
          {...gates}
          isNameWanted={isStarting && missing.includes('lead-name')}
        />
      )}
      {isByTablet && <TabletCheck lesson={deck.slug} onCheck={gates.setReached} />}
      {doing !== 'preview' && (
        <Preflight
          {...gates}
          slug={deck.slug}
          film={deck.film}
          hasHelp={deckCares(deck, 'help slide')}
          isByTablet={isByTablet}
          bell={bell}
        />
      )}
      {doing !== 'teach' && <TryHere doing={doing} start={() => choose('two', null, false)} />}
      <h2>{wording(doing === 'teach' ? words.screen : 'Or with the big screen')}</h2>
      <ScreenChoice choose={choose} />
      {hasDevices && <RejoinForm presenter={presenter} />}
      {deck.questions.length > 0 && <SlipsLater open={() => change({ dialog: 'slips' })} />}
    </main>
  );
}

/** What is typed and chosen, as it was when the teacher comes back from another page. */
function useTyped({ store, hasDevices, change }: Presenter) {
  const [typed, setTyped] = useState<TypedStart>(() => {
    const { pupils, devices } = store.state();
    return (
      typedBefore() ?? {
        doing: doingAsked(),
        pupils,
        tablets: devices && hasDevices ? 'own' : 'none',
        bell: '',
        lead: '',
      }
    );
  });
  function type(part: Partial<TypedStart>): void {
    const next = { ...typed, ...part };
    setTyped(next);
    holdTyped(next);
    if (part.lead !== undefined) change({ lead: part.lead });
  }
  return [typed, type] as const;
}

/** What can be known before the lesson starts: whether the plan fits, and that a small group sees no results (D2). */
function Fits({
  presenter: { deck },
  pupils,
  bell,
}: StartProps & Pick<TypedStart, 'pupils' | 'bell'>) {
  const words = fitWords(sumMinutes(deck.blocks), minutesUntil(bell));
  const isFew = deck.questions.length > 0 && pupils > 0 && pupils < MIN_TURNOUT;
  const few = isFew
    ? `With fewer than ${MIN_TURNOUT} here, no result of a poll is shown: talk about the answers instead.`
    : '';
  return <p class="start__fits">{[words, few].filter((sentence) => sentence !== '').join(' ')}</p>;
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

function WhatIsMissing({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div class="start__missing" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>{wording(sentence)}</p>
      ))}
    </div>
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

/** Both gates as they stand, and what changes them. */
function useGates({ deck }: Presenter, lead: string, changeLead: (lead: string) => void) {
  const here = { slug: deck.slug, site: sitePath() };
  const [school, setSchool] = useState<School | null>(null);
  const [isReached, setReached] = useState(false);
  // Who is in the building is asked again where the name is gone, and so is its tick.
  const [ticked, setTicked] = useState<readonly OwnTick[]>(() =>
    ticksToday(here).filter((one) => one !== 'lead' || lead !== ''),
  );
  useEffect(() => {
    void openSchoolHere(SITE)
      .read()
      .then((read) => setSchool(read.school));
  }, []);

  function tick(one: OwnTick, on: boolean): void {
    const next = [...ticked.filter((other) => other !== one), ...(on ? [one] : [])];
    setTicked(next);
    saveTicks(here, next);
  }

  const names = school
    ? [school.lead, ...school.deputies].map(({ name }) => name).filter((name) => name !== '')
    : [];
  return {
    gate: school && gateFor(gateState(school, today()), deck.staff?.review?.suspends ?? null),
    contacts: school && contactsStanding(school, today()),
    ticked,
    tick,
    names,
    isReached,
    setReached,
    lead,
    changeLead,
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
