import { plainFigure, ratioFigure, type Figure } from './figure.ts';
import { timeDrawn } from './drawn.ts';
import { weigh } from './page-weight.ts';
import { startServer } from './served.ts';

/** A phone of some years ago. */
const PHONE = { width: 360, height: 740 };
const LOADS = 41;

/** What a first visit to the comebacks costs over the network, fonts and pictures left out, and how soon one can be chosen on a slow phone, beside an empty page with one field. */
export async function measureComebacks(): Promise<readonly Figure[]> {
  const ours = await startServer();
  const address = `${ours.address}comebacks/`;
  try {
    const { bytes, requests } = await weigh(address, ['font', 'media', 'image', 'manifest']);
    return [
      plainFigure('comebacks.bytes', bytes, 'bytes'),
      plainFigure('comebacks.requests', requests, 'requests'),
      ratioFigure(
        'comebacks.usable.ratio',
        await timeDrawn({ address, what: '.choice', viewport: PHONE, loads: LOADS }),
      ),
    ];
  } finally {
    await ours.stop();
  }
}
