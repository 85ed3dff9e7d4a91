import * as v from 'valibot';
import { printStateSchema } from '../../../outputs/handouts/print-order.ts';
import { readAs } from '../../../text/schema.ts';
import { refusalMessage } from '../../../text/refusal.ts';
import type { PrintOrder, PrintState } from '../../../outputs/handouts/print-order.ts';

/** What the program says while it makes PDFs; `job` is where they lie when they are ready. */
export type Made =
  | PrintState
  | {
      readonly state: 'ready';
      readonly job: string;
      readonly file: string;
      readonly bytes: number;
      readonly pages: number;
    };

const AWAY =
  'Wholeclass cannot be reached. Is it still running on this computer? Nothing is lost: try again.';
const EVERY_MS = 400;

/** True where the program that serves this page can make PDFs. */
export async function canMakePdfs(): Promise<boolean> {
  const response = await fetch('../api/print').catch(() => null);
  if (response?.ok !== true) return false;
  return readAs(able, await response.json().catch(() => null)) !== null;
}

/**
 * Has PDFs made and reports progress until they are there, it fails, or `signal` is aborted; after
 * that it reports nothing more.
 */
export async function makePdfs(
  order: PrintOrder,
  report: (made: Made) => void,
  signal: AbortSignal,
): Promise<void> {
  const started = await send('../api/print', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!('job' in started)) return report(started);
  const at = `../api/print/${started.job}`;
  for (;;) {
    if (signal.aborted) {
      return void (await send(`${at}/cancel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }));
    }
    const now = await send(at);
    if (signal.aborted) continue;
    if ('job' in now) return;
    report(now.state === 'ready' ? { ...now, job: started.job } : now);
    if (now.state === 'ready' || now.state === 'failed') return;
    await pause(signal);
  }
}

// Waits until it makes sense to ask again; an abort ends the wait at once.
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, EVERY_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function send(
  address: string,
  how: RequestInit = {},
): Promise<PrintState | { readonly job: string }> {
  const response = await fetch(address, how).catch(() => null);
  const body: unknown = await response?.json().catch(() => null);
  const answer = response?.ok === true ? readAs(jobOrState, body) : null;
  return answer ?? { state: 'failed', message: refusalMessage(body) ?? AWAY };
}

const able = v.object({ able: v.literal(true) });
const jobOrState = v.union([printStateSchema, v.object({ job: v.string() })]);
