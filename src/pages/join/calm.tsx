import type { ComponentChildren } from 'preact';
import { Mark } from './marks.tsx';

/** What a screen says, and what can be pressed below it. */
export type Words = {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
};

/** One heading and a sentence in the middle of the page. */
export function Calm({ title, text, children }: Words) {
  return (
    <section class="calm">
      <Mark />
      <h1 tabIndex={-1} data-start>
        {title}
      </h1>
      {text !== '' && <p>{text}</p>}
      {children}
    </section>
  );
}
