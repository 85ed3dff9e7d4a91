import { useEffect, useRef, useState } from 'preact/hooks';
import type { PileItem } from '../../../outputs/handouts/pile.ts';
import type { PrintOrder } from '../../../outputs/handouts/print-order.ts';
import { todayKey, versionKey } from '../../../text/browser-keys.ts';
import type { Choice } from './choice.ts';
import { canMakePdfs, makePdfs, type Made } from './press.ts';

/** PDFs as the page has them made: whether that can be, how far it is, and what starts and stops it. */
export type Pressing = {
  readonly able: boolean;
  readonly made: Made | null;
  readonly order: (as: 'pile' | 'zip') => void;
  readonly cancel: () => void;
};

/** Has PDFs made of what is chosen. What was made is forgotten when something else is chosen; what is being made is stopped. */
export function usePress(
  choice: Choice,
  items: readonly Pick<PileItem, 'id' | 'style' | 'copies'>[],
  isServed: boolean,
): Pressing {
  const [able, setAble] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const stopRef = useRef(new AbortController());
  const lastRef = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    if (isServed) void canMakePdfs().then(setAble);
  }, [isServed]);
  useEffect(() => cancel, [choice]);

  function order(as: 'pile' | 'zip'): void {
    const stopping = new AbortController();
    stopRef.current = stopping;
    setMade({ state: 'printing', done: 0, of: items.length, doing: '' });
    const { lesson, font, bothSides } = choice;
    const sheets = items.map(({ id, style, copies }) => ({
      id,
      style,
      copies: as === 'zip' ? 1 : copies,
    }));
    const report = (now: Made): void => (stopping.signal.aborted ? undefined : setMade(now));
    const wanted = { lesson, sheets, as, font, bothSides, ...savedOf(lesson) };
    // What was stopped has to have ended: one at a time.
    lastRef.current = lastRef.current.then(() =>
      stopping.signal.aborted ? undefined : makePdfs(wanted, report, stopping.signal),
    );
  }

  function cancel(): void {
    stopRef.current.abort();
    setMade(null);
  }

  return { able, made, order, cancel };
}

// What is chosen of a lesson, in this browser's own words: the program that prints has a browser of its own.
function savedOf(lesson: string | null): Pick<PrintOrder, 'today' | 'version'> {
  if (lesson === null) return { today: '' };
  try {
    const site = new URL('../', location.href).pathname;
    const version = localStorage.getItem(versionKey(lesson, site));
    return {
      today: localStorage.getItem(todayKey(lesson, site)) ?? '',
      ...(version !== null && { version }),
    };
  } catch {
    return { today: '' };
  }
}
