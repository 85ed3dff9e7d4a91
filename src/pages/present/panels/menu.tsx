import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/controls.view.tsx';
import type { IconName } from '../../../ui/icons.ts';
import { isBoxAtHand, waitingIn } from '../room/box-dialog.tsx';
import { chooseDesk, isDeskDark } from '../session/desk-look.view.ts';
import { isOffered, keyOf, type Action } from '../session/keys.ts';
import { mayShowJoining } from '../session/deck-in-class.ts';
import { coverOf, screensOf, viewOf } from '../session/presenter-state.ts';
import type { Presenter } from '../session/presenter.view.ts';
import { joinOf } from '../session/words.ts';
import './menu.css';

type MenuProps = {
  readonly presenter: Pick<Presenter, 'deck' | 'store' | 'act' | 'change' | 'phone'>;
};

type Item = {
  readonly words: string;
  readonly icon: IconName;
  readonly press: () => void;
  readonly shortcut?: string;
};

/** What is seldom needed in a lesson, behind one button. */
export function Menu({ presenter }: MenuProps) {
  const [isOpen, open] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      open(false);
      box.current?.querySelector('button')?.focus();
    };
    const leave = ({ target }: Event) => {
      if (target instanceof Node && box.current?.contains(target) === false) open(false);
    };
    addEventListener('keydown', onKey, { capture: true });
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
    };
  }, [isOpen]);

  function choose(press: () => void): void {
    // A dialog gives the focus back to what had it: for a keyboard the button of the menu, which stays.
    const isByKey = box.current?.contains(document.activeElement) === true;
    if (isByKey) box.current?.querySelector('button')?.focus();
    open(false);
    press();
  }

  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-controls="present-menu"
        onClick={() => open(!isOpen)}
      >
        Menu
      </button>
      {isOpen && (
        <ul class="menu__list card" id="present-menu">
          {itemsOf(presenter).map(({ words, icon, press, shortcut }) => (
            <li key={words}>
              <Button
                onPress={() => choose(press)}
                icon={icon}
                variant="quiet"
                {...(shortcut !== undefined && { shortcut })}
              >
                {words}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function itemsOf({ deck, store, act, change, phone }: MenuProps['presenter']): readonly Item[] {
  const view = viewOf(store.state());
  const cover = coverOf(store.state());
  const isPaused = cover === 'pause';
  const key = (words: string, icon: IconName, action: Action): Item => ({
    words,
    icon,
    press: () => act(action),
    shortcut: keyOf(action),
  });
  const boxWords = isBoxAtHand(view) ? `Question box · ${waitingIn(view?.box)}` : OPEN_BOX;
  const hasFilm = deck.slides.some(({ kind }) => kind === 'film');
  return [
    ...(isPaused ? [] : [key('Find a slide', 'list', 'find')]),
    key('Screens', 'screens', 'screens'),
    ...(mayShowJoining(store.state())
      ? [key(cover === 'join' ? 'Hide how to join' : 'Show how to join', 'tablet', 'join')]
      : []),
    ...(isPaused || !phone.isOffered()
      ? []
      : [
          {
            words: 'Use a phone',
            icon: 'tablet' as const,
            press: () => {
              change({ dialog: 'phone' });
              void phone.load();
            },
          },
        ]),
    ...(isPaused || joinOf(view) === null
      ? []
      : [
          {
            words: 'Joining',
            icon: 'people' as const,
            press: () => change({ dialog: 'room' }),
          },
        ]),
    ...(isOffered(deck, 'box') && !isPaused && view?.devices === true && view.state !== 'finished'
      ? [key(boxWords, 'box', 'box')]
      : []),
    ...(hasFilm && !isPaused
      ? [
          {
            words: 'Where the film comes from',
            icon: 'film' as const,
            press: () => change({ dialog: 'source' }),
          },
        ]
      : []),
    ...(isPaused ? [] : [key('Draw on the slide', 'picture', 'draw')]),
    // On one screen the class sees the desk, which stays as light as its slides.
    ...(screensOf(store.state()) === 'two'
      ? [
          {
            words: isDeskDark() ? 'Light desk' : 'Dark desk',
            icon: 'screen' as const,
            press: () => {
              chooseDesk(!isDeskDark());
              change({});
            },
          },
        ]
      : []),
    key('Shortcuts', 'sheet', 'keys'),
    key('What’s stored?', 'shield', 'stored'),
    key('Finish lesson', 'check', 'finish'),
  ];
}

const OPEN_BOX = 'Open the question box';
