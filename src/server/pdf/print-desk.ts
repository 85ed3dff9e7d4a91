import { randomUUID } from 'node:crypto';
import type { PaperLook } from '../../handout/paper-look.ts';
import { itemOf, pdfName } from '../../handout/pile.ts';
import type { PrintOrder, PrintState } from '../../handout/print-order.ts';
import { todayKey } from '../../text/browser-keys.ts';
import { zipOf } from '../folder/zip.ts';
import { sheetsFor, readToPrint } from '../to-print.ts';
import { keepInMemory } from './kept-pdfs.ts';
import { openPress, type Press } from './press.ts';
import type { PrintSource } from './print-window.ts';

/** What was printed, to be taken away. */
export type PrintedFile = { readonly name: string; readonly type: string; readonly body: Uint8Array };

/** Prints one order at a time, and keeps what came out until it is taken or the next one comes. */
export type PrintDesk = {
  /** The job's name; `busy` while another is printed, `unknown` where the lesson or a sheet of it is not there. */
  start(order: PrintOrder): Promise<{ readonly job: string } | 'busy' | 'unknown'>;
  /** How far a job is; null where there is none of this name. Whoever stops asking has gone, and the job stops. */
  see(job: string): PrintState | null;
  cancel(job: string): void;
  file(job: string): PrintedFile | null;
  end(): void;
};

type Job = { readonly id: string; readonly stop: AbortController; state: PrintState; file: PrintedFile | null; last: NodeJS.Timeout | null };

const KEPT_BYTES = 24 * 1024 * 1024;
/** Longer than a page may take to ask again, in a tab behind others. */
const GONE_MS = 90_000;

/** Opens the desk over a site whose pages hold the school’s own words. */
export function openPrintDesk(source: Omit<PrintSource, 'kept'>): PrintDesk {
  const keep = keepInMemory(KEPT_BYTES);
  let job: Job | null = null;
  let starting = false;

  function hear(one: Job): void {
    if (one.last) clearTimeout(one.last);
    one.last = setTimeout(() => forget(one), GONE_MS).unref();
  }

  function forget(one: Job): void {
    one.stop.abort(new Error('stopped'));
    if (one.last) clearTimeout(one.last);
    if (job === one) job = null;
  }

  async function start(order: PrintOrder): Promise<{ readonly job: string } | 'busy' | 'unknown'> {
    if (starting || job?.state.state === 'printing') return 'busy';
    starting = true;
    try {
      const all = await readToPrint(source.site);
      const entries = sheetsFor(all, order.lesson) ?? [];
      const title = all.lessons.find(({ card }) => card.slug === order.lesson)?.card.boardTitle ?? 'The safeguarding lead’s pack';
      const look: PaperLook = { style: order.style, font: order.font };
      const items = order.sheets.flatMap(({ id, copies }) => {
        const entry = entries.find((one) => one.id === id);
        return entry ? [itemOf(entry, look, copies)] : [];
      });
      if (items.length !== order.sheets.length) return 'unknown';
      if (job) forget(job);
      const state: PrintState = { state: 'printing', done: 0, of: items.length, doing: items[0]?.title ?? '' };
      const next: Job = { id: randomUUID(), stop: new AbortController(), state, file: null, last: null };
      job = next;
      hear(next);
      const kept = order.lesson === null || order.today === '' ? {} : { [todayKey(order.lesson, '/')]: order.today };
      void run(next, { press: openPress({ ...source, kept }, keep), items, order, title });
      return { job: next.id };
    } finally {
      starting = false;
    }
  }

  return {
    start,
    see(id) {
      if (job?.id !== id) return null;
      hear(job);
      return job.state;
    },
    cancel: (id) => (job?.id === id ? forget(job) : undefined),
    file: (id) => (job?.id === id ? job.file : null),
    end: () => (job ? forget(job) : undefined),
  };
}

type Run = { readonly press: Press; readonly items: readonly ReturnType<typeof itemOf>[]; readonly order: PrintOrder; readonly title: string };

async function run(job: Job, { press, items, order, title }: Run): Promise<void> {
  const { signal } = job.stop;
  // A page that loads, or a browser that starts, ends with its browser.
  signal.addEventListener('abort', () => void press.close().catch(() => undefined));
  try {
    const sheets = await press.print(items, { signal, said: (progress) => (job.state = { state: 'printing', ...progress }) });
    const name = order.lesson ?? 'school';
    if (order.as === 'zip') {
      const files = sheets.map(({ item, pdf }) => ({ path: pdfName(item), body: Buffer.from(pdf) }));
      const bytes: Uint8Array[] = [];
      for await (const some of zipOf(name, files)) bytes.push(some);
      job.file = { name: `${name}.zip`, type: 'application/zip', body: Buffer.concat(bytes) };
      job.state = { state: 'ready', file: job.file.name, bytes: job.file.body.length, pages: 0 };
    } else {
      const { pdf, pages } = await press.pile(sheets, { title, bothSides: order.bothSides });
      job.file = { name: `${name}.pdf`, type: 'application/pdf', body: pdf };
      job.state = { state: 'ready', file: job.file.name, bytes: pdf.length, pages };
    }
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    job.state = { state: 'failed', message };
  } finally {
    await press.close().catch(() => undefined);
  }
}
