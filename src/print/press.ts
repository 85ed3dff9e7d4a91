import type { PileItem } from '../outputs/handouts/pile.ts';
import { openBrowser, type Browser } from './browser.ts';
import { openFinisher } from './finisher.ts';
import { NO_PDF_CACHE, keyOf, type PdfCache } from './pdf-cache.ts';
import type { PileFacts, PilePdf } from './pdf/pile-pdf.ts';
import { openPrintWindow, type PrintSource, type PrintWindow } from './print-window.ts';

/** How far printing is: sheets done of all, and what is being done, in words. */
export type Progress = { readonly done: number; readonly of: number; readonly doing: string };

/** A sheet that was printed: its PDF, finished. */
export type PressedSheet = { readonly item: PileItem; readonly pdf: Uint8Array };

/** Prints sheets as PDFs, with one browser for all of them, which starts when the first has to be printed. */
export type Press = {
  /** The sheets' PDFs, in their order. Throws with a sentence where there is no browser, no such page, or `signal` is aborted. */
  print(items: readonly PileItem[], watch?: Watch): Promise<readonly PressedSheet[]>;
  /** PDFs as one, each as often as its item says. */
  pile(sheets: readonly PressedSheet[], facts: PileFacts): Promise<PilePdf>;
  close(): Promise<void>;
};

/** The callback for progress, and the signal that stops it. */
export type Watch = {
  readonly report?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

/** So many sheets are printed at once: a browser lays one out while it writes another. */
const AT_ONCE = 2;

/**
 * Opens a press over a site; cached PDFs of exactly the same sheet are used again. The caller
 * closes it.
 */
export function openPress(source: PrintSource, keep: PdfCache): Press {
  const finisher = openFinisher();
  const windows: Promise<PrintWindow>[] = [];
  let browser: Promise<Browser> | null = null;

  async function openWindow(): Promise<PrintWindow> {
    browser ??= openBrowser();
    return openPrintWindow(await browser, source);
  }

  /** The sheet’s PDF, which is finished while its window prints the next. */
  async function printOne(
    { address, oneSided }: PileItem,
    hand: number,
  ): Promise<{ readonly finished: Promise<Uint8Array> }> {
    const key = keep === NO_PDF_CACHE ? '' : await keyOf(address, source);
    const known = await keep.read(key);
    if (known !== null) return { finished: Promise.resolve(known) };
    const { pdf, facts } = await (await (windows[hand] ??= openWindow())).print(address);
    const finished = finisher.finish(pdf, facts, { oneSided }).then(async (made) => {
      await keep.write(key, made);
      return made;
    });
    return { finished };
  }

  async function print(
    items: readonly PileItem[],
    { report, signal }: Watch = {},
  ): Promise<readonly PressedSheet[]> {
    const waiting = [...items.entries()];
    const pressed: Promise<PressedSheet>[] = [];
    let done = 0;
    const tell = (doing: string): void => report?.({ done, of: items.length, doing });
    async function work(hand: number): Promise<void> {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [at, item] = next;
        signal?.throwIfAborted();
        tell(item.title);
        const { finished } = await printOne(item, hand);
        pressed[at] = finished.then((pdf) => {
          done += 1;
          return { item, pdf };
        });
        pressed[at].catch(() => undefined);
      }
    }
    // Where one hand fails the other prints no more.
    const hands = Array.from({ length: AT_ONCE }, (_, hand) =>
      work(hand).finally(() => waiting.splice(0)),
    );
    // Wait for the other worker, or it opens a window after close().
    await Promise.allSettled(hands);
    await Promise.all(hands);
    const all = await Promise.all(pressed);
    tell('');
    return all;
  }

  return {
    print,
    pile(sheets, facts) {
      const parts = sheets.map(({ item, pdf }) => ({
        pdf,
        title: item.title,
        copies: item.copies,
        oneSided: item.oneSided,
      }));
      return finisher.pile(parts, facts);
    },
    async close() {
      await finisher.close();
      await (await browser?.catch(() => null))?.close();
    },
  };
}
