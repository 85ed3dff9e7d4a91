import { useEffect, useRef } from 'preact/hooks';
import type { PhoneState } from './phone-link.view.ts';

type JoinProps = {
  readonly state: Extract<PhoneState, { readonly is: 'out' }>;
  readonly join: (code: string, words: string) => Promise<void>;
};

/** The way in: the code and the four words that the laptop shows. */
export function Join({ state: { words, isBusy }, join }: JoinProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (words !== '') form.current?.querySelector('input')?.focus();
  }, [words]);

  function go(event: Event): void {
    event.preventDefault();
    const typed = (name: string) =>
      form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    if (!isBusy) void join(typed('code'), typed('words'));
  }

  return (
    <main class="way-in">
      <h1>Presenter on a phone</h1>
      <p>
        For a phone or tablet that belongs to the school. On the laptop, open the menu and choose
        “Use a phone”.
      </p>
      {words !== '' && (
        <p class="advice" role="alert">
          {words}
        </p>
      )}
      <form ref={form} onSubmit={go} autocomplete="off">
        <label>
          Code
          <input
            name="code"
            type="text"
            required
            maxLength={20}
            spellcheck={false}
            autocapitalize="characters"
          />
        </label>
        <label>
          Four words
          <input
            name="words"
            type="text"
            required
            maxLength={120}
            spellcheck={false}
            autocapitalize="none"
          />
        </label>
        <button type="submit" class="button button--main button--big" aria-disabled={isBusy}>
          {isBusy ? 'Joining…' : 'Join the lesson'}
        </button>
      </form>
    </main>
  );
}
