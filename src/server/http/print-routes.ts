import type { FastifyInstance } from 'fastify';
import { readPrintOrder } from '../../outputs/handouts/print-order.ts';
import { answer, BAD_SHAPE, refuse, type Answer, type Asked } from './answer.ts';
import { seemsToHaveBrowser } from '../../print/browser.ts';
import type { Classrooms } from '../rooms/classrooms.ts';
import { noPrintedFilePage } from '../../site/not-here.ts';
import type { PrintDesk } from '../../print/print-desk.ts';
import { sendPlainPage } from './plain-page.ts';

const BUSY = refuse(
  409,
  'printing-already',
  'Many people are having PDFs made just now. Try again in a few minutes.',
);
const NO_SHEET = refuse(
  404,
  'no-such-sheet',
  'A sheet that was asked for is not there any more. Load the page again.',
);
const NO_BROWSER = refuse(
  503,
  'no-browser',
  'There is no Edge, Chrome or Chromium on the computer that Wholeclass runs on. Use “Open as one document”, then Ctrl+P.',
);
const NO_JOB = refuse(404, 'no-such-job', 'These PDFs are not here any more. Make them again.');

/** `GET /api/print`: whether PDFs can be made here. */
export async function seePress(): Promise<Answer> {
  return answer(200, { able: seemsToHaveBrowser() });
}

/** `POST /api/print`: takes an order for PDFs, which are made when those before it are. */
export async function startPrinting({ printing }: Classrooms, { body }: Asked): Promise<Answer> {
  const order = readPrintOrder(body);
  if (order === null) return BAD_SHAPE;
  if (!seemsToHaveBrowser()) return NO_BROWSER;
  const started = await printing.start(order);
  if (started === 'busy') return BUSY;
  return started === 'unknown' ? NO_SHEET : answer(201, started);
}

/** `GET /api/print/:code`: how far it is. */
export async function seePrinting({ printing }: Classrooms, { code }: Asked): Promise<Answer> {
  const state = printing.see(code);
  return state === null ? NO_JOB : answer(200, state);
}

/** `POST /api/print/:code/cancel`: stops it, and forgets what was made. */
export async function cancelPrinting({ printing }: Classrooms, { code }: Asked): Promise<Answer> {
  printing.cancel(code);
  return answer(200, {});
}

/** `GET /print-file/<job>`: the PDF or zip that was made, for staff alone. */
export function addPrintFileRoute(app: FastifyInstance, printing: PrintDesk): void {
  app.get<{ Params: { job: string } }>('/print-file/:job', async ({ params: { job } }, reply) => {
    const file = printing.file(job);
    reply.header('cache-control', 'no-store');
    if (file === null) return sendPlainPage(reply.code(404), noPrintedFilePage('../print/'));
    const how = file.type === 'application/pdf' ? 'inline' : 'attachment';
    return reply
      .type(file.type)
      .header('content-disposition', `${how}; filename="${file.name}"`)
      .send(file.body);
  });
}
