import { nanoid } from 'nanoid';
import { itemOf, pdfName, type PileItem } from '../outputs/handouts/pile.ts';
import type { PrintOrder, PrintState } from '../outputs/handouts/print-order.ts';
import { todayKey, versionKey } from '../text/browser-keys.ts';
import { sheetsFor } from '../outputs/handouts/to-print.ts';
import { readToPrint } from '../site/to-print.ts';
import { openBrowserQueue, type BrowserQueue } from './browser-queue.ts';
import { cachePdfsInMemory } from './pdf-cache.ts';
import type { Press } from './press.ts';
import type { PrintSource } from './print-window.ts';

/** What was printed, to be taken away. */
export type PrintedFile = {
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array;
};

/**
 * Prints orders one after the other, each for its own request, and stores the PDFs for half an
 * hour.
 */
export type PrintDesk = {
  /** The job's name; `busy` where too many wait, `unknown` where the lesson or a sheet of it is not there. */
  start(order: PrintOrder): Promise<{ readonly job: string } | 'busy' | 'unknown'>;
  /** How far a job is; null where there is none of this name. A job that no one asks for any more stops. */
  see(job: string): PrintState | null;
  cancel(job: string): void;
  file(job: string): PrintedFile | null;
  end(): void;
};

type Job = {
  readonly id: string;
  readonly stop: AbortController;
  readonly run: Run;
  state: PrintState;
  file: PrintedFile | null;
  timer: NodeJS.Timeout | null;
};

const CACHE_BYTES = 24 * 1024 * 1024;
/** Longer than a page may take to ask again, in a tab behind others. */
const GONE_MS = 90_000;
/** A printed file is there for so long, unless newer ones need its place. */
const SAVED_MS = 30 * 60_000;
const MAX_SAVED_BYTES = 48 * 1024 * 1024;
const MAX_WAITING = 20;

/** Opens the desk over a site whose pages hold the school’s own words; its browser waits for others of the program. */
export function openPrintDesk(
  source: Omit<PrintSource, 'saved'>,
  turns: BrowserQueue = openBrowserQueue(),
): PrintDesk {
  const keep = cachePdfsInMemory(CACHE_BYTES);
  const jobs = new Map<string, Job>();
  const waiting: Job[] = [];
  let printing: Job | null = null;

  function forgetIn(job: Job, ms: number): void {
    if (job.timer) clearTimeout(job.timer);
    job.timer = setTimeout(() => forget(job), ms).unref();
  }

  function forget(job: Job): void {
    job.stop.abort(new Error('stopped'));
    if (job.timer) clearTimeout(job.timer);
    jobs.delete(job.id);
    const place = waiting.indexOf(job);
    if (place >= 0) waiting.splice(place, 1);
  }

  async function printNext(): Promise<void> {
    const job = printing === null ? waiting.shift() : undefined;
    if (job === undefined) return;
    printing = job;
    job.state = {
      state: 'printing',
      done: 0,
      of: job.run.items.length,
      doing: job.run.items[0]?.title ?? '',
    };
    const { openPress } = await import('./press.ts');
    const press = openPress({ ...source, saved: job.run.storage }, keep);
    await turns.take(() => run(job, press));
    printing = null;
    if (jobs.has(job.id)) forgetIn(job, SAVED_MS);
    makeRoom(job);
    void printNext();
  }

  /** Newer files are saved in place of the oldest; the last one always is. */
  function makeRoom(last: Job): void {
    const saved = [...jobs.values()].filter(({ file }) => file !== null);
    let bytes = saved.reduce((sum, { file }) => sum + (file?.body.length ?? 0), 0);
    for (const job of saved) {
      if (bytes <= MAX_SAVED_BYTES || job === last) continue;
      bytes -= job.file?.body.length ?? 0;
      forget(job);
    }
  }

  async function start(order: PrintOrder): Promise<{ readonly job: string } | 'busy' | 'unknown'> {
    const wanted = await runOf(order, source);
    if (wanted === null) return 'unknown';
    if (waiting.length >= MAX_WAITING) return 'busy';
    const job: Job = {
      id: nanoid(),
      stop: new AbortController(),
      run: wanted,
      state: { state: 'waiting', ahead: 0 },
      file: null,
      timer: null,
    };
    jobs.set(job.id, job);
    waiting.push(job);
    forgetIn(job, GONE_MS);
    void printNext();
    return { job: job.id };
  }

  return {
    start,
    see(id) {
      const job = jobs.get(id);
      if (job === undefined) return null;
      forgetIn(job, job.file === null ? GONE_MS : SAVED_MS);
      const place = waiting.indexOf(job);
      return place < 0
        ? job.state
        : { state: 'waiting', ahead: place + (printing?.state.state === 'printing' ? 1 : 0) };
    },
    cancel(id) {
      const job = jobs.get(id);
      if (job) forget(job);
    },
    file: (id) => jobs.get(id)?.file ?? null,
    end() {
      for (const job of jobs.values()) forget(job);
    },
  };
}

/** What an order asks for: its sheets, the pile's title, and what is chosen of its lesson for today. */
type Run = {
  readonly items: readonly PileItem[];
  readonly order: PrintOrder;
  readonly title: string;
  /** What its pages find in the browser’s storage. */
  readonly storage: Readonly<Record<string, string>>;
};

// Null where the lesson, or a sheet of it, is not there.
async function runOf(order: PrintOrder, { site }: Pick<PrintSource, 'site'>): Promise<Run | null> {
  const all = await readToPrint(site);
  const entries = sheetsFor(all, order.lesson) ?? [];
  const items = order.sheets.flatMap(({ id, style, copies }) => {
    const entry = entries.find((one) => one.id === id);
    return entry ? [itemOf(entry, { style, font: order.font }, copies)] : [];
  });
  if (items.length !== order.sheets.length) return null;
  const title =
    all.lessons.find(({ card }) => card.slug === order.lesson)?.card.boardTitle ??
    'The safeguarding lead’s pack';
  return {
    items,
    order,
    title,
    storage: storageOf(order),
  };
}

function storageOf({ lesson, today, version }: PrintOrder): Run['storage'] {
  if (lesson === null) return {};
  return {
    ...(today !== '' && { [todayKey(lesson, '/')]: today }),
    ...(version !== undefined && { [versionKey(lesson, '/')]: version }),
  };
}

async function run(job: Job, press: Press): Promise<void> {
  const { items, order, title } = job.run;
  const { signal } = job.stop;
  // A page that loads, or a browser that starts, ends with its browser.
  signal.addEventListener('abort', () => void press.close().catch(() => undefined));
  try {
    const sheets = await press.print(items, {
      signal,
      report: (progress) => (job.state = { state: 'printing', ...progress }),
    });
    const name = order.lesson ?? 'school';
    if (order.as === 'zip') {
      const files = sheets.map(({ item, pdf }) => ({
        path: pdfName(item),
        body: Buffer.from(pdf),
      }));
      const { zipOf } = await import('../site/folder/zip.ts');
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
