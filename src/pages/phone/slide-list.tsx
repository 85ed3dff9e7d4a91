import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneView } from '../../room/phone-protocol.ts';
import { Icon } from '../../ui/controls.view.tsx';

type ListProps = {
  readonly view: PhoneView;
  readonly isOff: boolean;
  readonly go: (slide: string) => void;
  readonly close: () => void;
  readonly leave: () => void;
};

/** The slides as a list, to go to one; a question or a film that would be left is asked about first. */
export function SlideList({ view, isOff, go, close, leave }: ListProps) {
  const [asked, ask] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    here?.scrollIntoView({ block: 'center' });
    here?.focus({ preventScroll: true });
  }, []);
  const left = { close: 'The poll is open.', pause: 'The film is playing.' }[view.main.step] ?? '';

  function choose(id: string): void {
    if (isOff) return;
    if (id === view.slide.id) return close();
    if (left === '') go(id);
    else ask(id);
  }

  return (
    <main class="slides" ref={list}>
      <div class="slides__top">
        <div class="slides__head">
          <h1>Slides</h1>
          <button type="button" class="button" onClick={close}>
            <Icon name="close" />
            Close
          </button>
        </div>
        {asked !== null && (
          <div class="advice" role="alert">
            <p>{left} Leave it and go on?</p>
            <p class="slides__row">
              <button type="button" class="button" onClick={() => ask(null)}>
                Stay here
              </button>
              <button type="button" class="button button--main" onClick={() => go(asked)}>
                Go to the slide
              </button>
            </p>
          </div>
        )}
      </div>
      <ol class="slides__list">
        {view.slides.map(({ id, label, heading }) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              aria-current={id === view.slide.id ? 'step' : undefined}
              aria-disabled={isOff}
              onClick={() => choose(id)}
            >
              <b>{label}</b>
              <span>{heading}</span>
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="button" onClick={leave}>
        Disconnect this phone
      </button>
    </main>
  );
}
