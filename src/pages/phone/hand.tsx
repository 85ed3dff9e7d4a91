import { useEffect, useRef, useState } from 'preact/hooks';
import { TELLING, type PhonePress, type PhoneView } from '../../room/phone-protocol.ts';
import { setStep } from '../../outputs/board/set-step.view.ts';
import { Icon } from '../../ui/controls.view.tsx';
import { iconNames, type IconName } from '../../ui/icons.ts';
import { NotesCard, USUAL_SIZE } from './notes-card.tsx';
import type { PhoneLink, PhoneState } from './phone-link.view.ts';
import { SlideList } from './slide-list.tsx';
import { COVER_MS, openTaps } from './taps.ts';
import { TellingPage } from './telling-page.tsx';

type Connected = Extract<PhoneState, { readonly is: 'in' }>;
type HandProps = {
  readonly state: Connected;
  readonly link: Pick<PhoneLink, 'press' | 'leave'>;
};

/** What is open over the page, and of which slide the closing of a question was asked. */
type Open =
  | { readonly is: 'nothing' }
  | { readonly is: 'slides' }
  | { readonly is: 'telling' }
  | { readonly is: 'closing'; readonly slide: string };

const NOTHING: Open = { is: 'nothing' };

/** The presenter in the hand: notes, two great buttons, and what stops the lesson. */
export function Hand({ state: { view, link: way, words }, link }: HandProps) {
  const [opened, open] = useState<Open>(NOTHING);
  const [notesSize, resizeNotes] = useState(USUAL_SIZE);
  const taps = useRef(openTaps());
  const mainButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && open(NOTHING);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (view === null) {
    return (
      <main class="way-in">
        <h1>Presenter on a phone</h1>
        <p role="status">{WAYS[way] || 'Waiting for the laptop…'}</p>
        <button type="button" class="button" onClick={link.leave}>
          Leave
        </button>
      </main>
    );
  }
  const { main, slide, cover } = view;
  const isPaused = cover === 'pause';
  const message = words === '' ? troubleOf(way, view) : words;
  const isOff = way !== 'live' || view.phase !== 'running';
  const isClosing =
    opened.is === 'closing' && opened.slide === slide.id && main.step === 'close' && !main.isOff;

  // A double tap is one tap, and a tap is never meant for words that came under the finger.
  function tap(control: string, ms: number | undefined, what: () => void): void {
    if (isOff || !taps.current.take(control, Date.now(), ms)) return;
    what();
  }
  const press = (one: PhonePress) => link.press(one);
  const at = { slide: slide.id, fragment: slide.fragment };

  function pressMain(): void {
    tap('main', undefined, () => {
      if (isClosing) return open(NOTHING);
      if (main.step === 'close') return open({ is: 'closing', slide: slide.id });
      press({ do: 'main', step: main.step, ...at });
    });
  }

  function pressBack(): void {
    tap(isClosing ? 'close' : 'back', undefined, () => {
      if (!isClosing) return press({ do: 'back', ...at });
      press({ do: 'close', slide: slide.id });
      open(NOTHING);
      // Where it lay there is Back now: a key goes on from what comes next.
      mainButton.current?.focus();
    });
  }

  // Of its own: it pauses where the board was carried on a moment before.
  function pauseToListen(): void {
    tap('telling', undefined, () => press({ do: 'cover', cover: 'pause', isOn: true }));
  }

  function setCover(which: 'pause' | 'help' | 'land', isOn: boolean): void {
    tap(which, COVER_MS, () => press({ do: 'cover', cover: which, isOn }));
  }

  if (opened.is === 'slides') {
    return (
      <SlideList
        view={view}
        close={() => open(NOTHING)}
        leave={link.leave}
        go={(to) => {
          open(NOTHING);
          tap('go', undefined, () => press({ do: 'go', from: slide.id, to }));
        }}
        isOff={isOff || cover !== 'none'}
      />
    );
  }
  if (opened.is === 'telling' && view.telling !== null) {
    return (
      <TellingPage
        telling={view.telling}
        isPaused={isPaused}
        message={message}
        pause={pauseToListen}
        close={() => open(NOTHING)}
      />
    );
  }
  const isHelp = cover === 'help' && !view.isLanding;
  const isLanding = view.isLanding && !isPaused;
  return (
    <div class="hand-box">
      <div class="hand">
        <Head view={view} openList={() => open({ is: 'slides' })} />
        <main class="hand__main">
          <h1 class="unseen">{view.lesson}</h1>
          <OnBoard view={view} />
          <NotesCard notes={view.notes} size={notesSize} resize={resizeNotes} key={slide.id} />
        </main>
        <p
          class={message === '' ? 'hand__message' : 'hand__message hand__message--on'}
          role="status"
        >
          {message}
        </p>
        <footer class="hand__foot">
          {isClosing && (
            <p class="hand__ask">
              <b>Close the poll?</b> No more answers.
            </p>
          )}
          <div class="go" role="group" aria-label={isClosing ? 'Close the poll?' : 'The lesson'}>
            <button
              type="button"
              class={isClosing ? 'button button--main go__back go__back--close' : 'button go__back'}
              aria-disabled={isOff || (!isClosing && view.isBackOff)}
              onClick={() => (isClosing || !view.isBackOff) && pressBack()}
            >
              <Icon name={isClosing ? 'lock' : 'back'} />
              {isClosing ? 'Close poll' : isLanding ? 'Back to the slide' : 'Back'}
            </button>
            <button
              ref={mainButton}
              type="button"
              class={
                isClosing
                  ? 'button go__main'
                  : `button button--main go__main go__main--${main.step}`
              }
              aria-disabled={isOff || main.isOff}
              onClick={() => !main.isOff && pressMain()}
            >
              <Icon name={isClosing ? 'back' : iconOf(main.icon)} />
              {isClosing ? 'Keep open' : main.words}
            </button>
          </div>
          <div class="safe" role="group" aria-label="Stop or help">
            {view.offers.help && (
              <button
                type="button"
                class="button"
                aria-pressed={isHelp}
                aria-disabled={isOff || isPaused}
                onClick={() => !isPaused && setCover('help', !isHelp)}
              >
                <Icon name="help" />
                Help slide
              </button>
            )}
            {view.telling !== null && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  open({ is: 'telling' });
                  if (!isPaused) pauseToListen();
                }}
              >
                <Icon name="talk" />
                {TELLING}
              </button>
            )}
            {view.offers.land && (
              <button
                type="button"
                class="button"
                aria-pressed={isLanding}
                aria-disabled={isOff}
                onClick={() => setCover('land', !isLanding)}
              >
                <Icon name="save" />
                End calmly
              </button>
            )}
            <button
              type="button"
              class="button button--dark"
              aria-disabled={isOff}
              onClick={() => setCover('pause', !isPaused)}
            >
              <Icon name={isPaused ? 'check' : 'cover'} />
              {isPaused ? 'Carry on' : 'Pause'}
            </button>
          </div>
        </footer>
      </div>
    </div>
  );
}

// An icon that this page does not know is that of going on.
function iconOf(name: string): IconName {
  return iconNames.find((one) => one === name) ?? 'next';
}

const WAYS: Readonly<Record<Connected['link'], string>> = {
  live: '',
  lost: 'Connection lost. Reconnecting…',
  away: 'The laptop does not answer. Go on from there.',
};

function troubleOf(way: Connected['link'], { phase }: PhoneView): string {
  if (way !== 'live') return WAYS[way];
  switch (phase) {
    case 'running':
      return '';
    case 'watching':
      return 'Another laptop leads the lesson now.';
    case 'finished':
      return 'The lesson is finished.';
  }
}

function Head({ view, openList }: { readonly view: PhoneView; readonly openList: () => void }) {
  const { clock, slide } = view;
  return (
    <header class="hand__head">
      <p class="hand__clock">
        <b>{Math.abs(clock.minutes)} min</b> {clock.minutes < 0 ? 'over' : 'left'}
      </p>
      {clock.words !== '' && (
        <p class={clock.isLate ? 'chip hand__pace hand__pace--late' : 'chip hand__pace'}>
          <Icon name={clock.isLate ? 'clock' : 'check'} />
          {clock.words}
        </p>
      )}
      <button type="button" class="button" onClick={openList} aria-haspopup="dialog">
        {slide.n === 0 ? 'Slides' : `Slide ${slide.n}`}
        <Icon name="list" />
      </button>
    </header>
  );
}

// What the class sees, small, and what comes next.
function OnBoard({
  view: { picture, slide, status, next, isLanding },
}: {
  readonly view: PhoneView;
}) {
  const atStep = (frame: HTMLElement | null) => {
    if (frame !== null) setStep(frame, slide.fragment);
  };
  return (
    <section class="seen" aria-label="On the board">
      {picture !== '' && (
        <div
          class="slide-frame seen__frame"
          inert
          aria-hidden="true"
          ref={atStep}
          dangerouslySetInnerHTML={{ __html: picture }}
        />
      )}
      <div class="seen__words">
        <p class={picture === '' ? 'seen__title' : 'unseen'}>{slide.heading}</p>
        <p class="seen__title">{status.title}</p>
        {status.words !== '' && <p>{status.words}</p>}
        {!isLanding && <p>{next === null ? 'This is the last slide.' : `Next: ${next}`}</p>}
      </div>
    </section>
  );
}
