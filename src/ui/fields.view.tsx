import type { ComponentChildren } from 'preact';

type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly help?: string;
  readonly type?: 'text' | 'date' | 'time';
  /** The most characters it takes. */
  readonly max?: number;
};

/** One line to fill in, with what it is for. */
export function TextField({
  id,
  label,
  value,
  change,
  help,
  type = 'text',
  max = 300,
}: TextFieldProps) {
  const shared = {
    id,
    value,
    ...(help !== undefined && { 'aria-describedby': `${id}-help` }),
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) =>
      change(event.currentTarget.value),
  };
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {help !== undefined && (
        <span class="field__help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {type === 'text' ? (
        <input type="text" autoComplete="off" maxLength={max} {...shared} />
      ) : (
        <input type={type} {...shared} />
      )}
    </p>
  );
}

/** A part of the page with its heading. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="card part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

type TickProps = {
  readonly id: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly change: (on: boolean) => void;
  readonly children: ComponentChildren;
};

/** One of a few answers, as round ticks side by side: each with its value and its words. */
export function RadioTicks<Value extends string>({
  name,
  answers,
  chosen,
  choose,
}: RadioProps<Value>) {
  return (
    <>
      {answers.map(([value, words], i) => (
        <label class="tick" key={value} for={`${name}-${i}`}>
          <input
            id={`${name}-${i}`}
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{words}</span>
        </label>
      ))}
    </>
  );
}

type RadioProps<Value extends string> = {
  readonly name: string;
  readonly answers: readonly (readonly [value: Value, words: string])[];
  readonly chosen: Value | null;
  readonly choose: (value: Value) => void;
};

/** A box to tick, with its words. */
export function Tick({ id, on, disabled = false, change, children }: TickProps) {
  return (
    <label class="tick" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
