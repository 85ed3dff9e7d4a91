import type { PileItem } from '../../handout/pile.ts';
import type { SheetSeen } from '../../handout/sheet-seen.ts';
import { openBrowser, type Browser } from '../browser.ts';
import { openFinisher } from './finisher.ts';
import { keyOf, type KeptPdfs } from './kept-pdfs.ts';
import type { PileFacts, PilePdf } from './pile-pdf.ts';
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

/** Who is told how far it is, and what stops it. */
export type Watch = { readonly said?: (progress: Progress) => void; readonly signal?: AbortSignal };

/** Opens a press over a site; PDFs that were kept of exactly the same sheet are used again. Whoever opens it closes it. */
export function openPress(source: PrintSource, keep: KeptPdfs): Press {
  const finisher = openFinisher();
  let browser: Browser | null = null;
  let window: Promise<PrintWindow> | null = null;

  async function start(): Promise<PrintWindow> {
    browser = await openBrowser();
    return openPrintWindow(browser, source);
  }

  async function printOne(address: string): Promise<{ readonly printed: Uint8Array; readonly seen: SheetSeen }> {
    window ??= start();
    const { pdf, facts } = await (await window).print(address);
    return { printed: pdf, seen: facts };
  }

  async function print(items: readonly PileItem[], { said, signal }: Watch = {}): Promise<readonly PressedSheet[]> {
    let done = 0;
    const tell = (doing: string): void => said?.({ done, of: items.length, doing });
    const pressed: Promise<PressedSheet>[] = [];
    for (const item of items) {
      signal?.throwIfAborted();
      tell(item.title);
      const key = await keyOf(item.address, source);
      const known = await keep.read(key);
      const next = known === null ? await printOne(item.address) : null;
      // While the browser prints the next sheet, this one is put right.
      const pdf = next === null ? Promise.resolve(known ?? new Uint8Array()) : finisher.finish(next.printed, next.seen);
      const one = pdf.then(async (finished) => {
        if (next !== null) await keep.write(key, finished);
        done += 1;
        return { item, pdf: finished };
      });
      one.catch(() => undefined);
      pressed.push(one);
    }
    const all = await Promise.all(pressed);
    tell('');
    return all;
  }

  return {
    print,
    pile(sheets, facts) {
      const parts = sheets.map(({ item, pdf }) => ({ pdf, title: item.title, copies: item.copies }));
      return finisher.pile(parts, facts);
    },
    async close() {
      await finisher.close();
      await browser?.close();
    },
  };
}
