import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { icon, type IconName } from './icons.ts';

/** An icon beside its words. */
export function Icon({ name }: { readonly name: IconName }) {
  return <span class="icon-box" dangerouslySetInnerHTML={{ __html: `${icon(name)}` }} />;
}

/** A key as a button or a list shows it; screen readers hear it from the button itself. */
function Key({ children }: { readonly children: ComponentChildren }) {
  return (
    <kbd class="key" aria-hidden="true">
      {children}
    </kbd>
  );
}

/** False where single letters are no keys: buttons then show none (WCAG 2.1.4). */
export const Letters = createContext(true);

/** True while open dialogs are out of sight, with all that was typed in them. */
export const PrivacyCover = createContext(false);

/** What a button is made of: `onPress` is what it does, none where it sends its form; `shortcut` is the key it shows. */
export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly onPress?: () => void;
  readonly icon?: IconName;
  readonly shortcut?: string;
  readonly variant?: 'plain' | 'main' | 'dark' | 'quiet' | 'film';
  readonly disabled?: boolean;
  readonly pressed?: boolean;
};

/** A button that says what happens, with its icon and its key. */
export function Button({
  children,
  onPress,
  icon: name,
  shortcut: wanted,
  variant = 'plain',
  disabled = false,
  pressed,
}: ButtonProps) {
  const letters = useContext(Letters);
  const shortcut = letters || !/^[A-Z?.]$/.test(wanted ?? '') ? wanted : undefined;
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      class={variant === 'plain' ? 'button' : `button button--${variant}`}
      onClick={onPress}
      disabled={disabled}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
    >
      {name && <Icon name={name} />}
      <span>{children}</span>
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </button>
  );
}

type DialogProps = {
  readonly title: string;
  readonly close: () => void;
  /** True where a key that is pressed too soon must do nothing: focus waits at the title, not on the first button. */
  readonly isCareful?: boolean;
  readonly children: ComponentChildren;
};

/** A dialog over the page, one at a time; Escape and its own buttons close it. */
export function Dialog({ title, close, isCareful = false, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const hasPrivacyCover = useContext(PrivacyCover);
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (!hasPrivacyCover) dialog?.showModal();
    return () => {
      dialog?.close();
      // One that has left the page already gives no focus back.
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [hasPrivacyCover]);
  return (
    <dialog
      class="dialog"
      ref={box}
      aria-label={title}
      onCancel={(event) => {
        // A file that was not chosen says the same, from within.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
    >
      <h2 tabIndex={isCareful ? -1 : undefined} autofocus={isCareful}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

// WebKit puts the caret before the number once a dialog has opened on it.
function selectAll(field: HTMLInputElement): void {
  const was = field.value;
  field.select();
  setTimeout(() => field.value === was && field.select());
}

/** A whole number with a big minus and plus; it can be typed too. */
export function Stepper({ id, label, value, max, min = 0, isFirst = false, change }: StepperProps) {
  const number = useRef<HTMLInputElement>(null);
  // A window without the focus, as beside the board's, opens on the number and says nothing of it.
  useEffect(() => {
    if (isFirst && number.current) selectAll(number.current);
  }, [isFirst]);
  const set = (next: number) => change(Math.min(max, Math.max(min, Math.trunc(next) || 0)));

  // Enter after a click goes on with the number, and changes it no further; a finger needs no keyboard on the screen.
  function press(event: MouseEvent, by: number): void {
    set(value + by);
    if (event instanceof PointerEvent && event.pointerType === 'mouse') number.current?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const by = { '+': 1, '=': 1, '-': -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(value + by);
  }

  return (
    <div class="stepper">
      <label class="stepper__label" for={id}>
        {label}
      </label>
      <button
        type="button"
        class="button stepper__step"
        onClick={(event) => press(event, -1)}
        disabled={value <= min}
        aria-label="One fewer"
      >
        <Icon name="minus" />
      </button>
      <input
        ref={number}
        id={id}
        autofocus={isFirst}
        class="stepper__number"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={value}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
        onKeyDown={onKey}
        onFocus={(event) => selectAll(event.currentTarget)}
      />
      <button
        type="button"
        class="button stepper__step"
        onClick={(event) => press(event, 1)}
        disabled={value >= max}
        aria-label="One more"
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}

/**
 * A stepper's number with its bounds, and the callback for its changes; `id` is unique on the page.
 */
export type StepperProps = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly min?: number;
  /** True where a dialog opens with the focus on this number. */
  readonly isFirst?: boolean;
  readonly change: (value: number) => void;
};
