import { firstLesson } from './classroom.ts';
import { timeDrawn } from './drawn.ts';
import { plainFigure, ratioFigure, type Figure } from './figure.ts';
import { weigh } from './page-weight.ts';
import { startServer } from './served.ts';

/** A school's laptop. */
const LAPTOP = { width: 1366, height: 641 };
const LOADS = 21;

/** What a first visit to the presenter costs over the network, without fonts and film, and how soon what a lesson is started with is drawn on a slow laptop, where its own script has made it, beside an empty page with one field. */
export async function measurePresenter(): Promise<readonly Figure[]> {
  const ours = await startServer();
  const address = `${ours.address}present/${await firstLesson(ours)}/`;
  try {
    const { bytes, requests } = await weigh(address);
    const drawn = await timeDrawn({
      address,
      what: '#present button',
      viewport: LAPTOP,
      loads: LOADS,
    });
    return [
      plainFigure('presenter.bytes', bytes, 'bytes'),
      plainFigure('presenter.requests', requests, 'requests'),
      plainFigure('presenter.usable.ms', drawn.value, 'ms'),
      ratioFigure('presenter.usable.ratio', drawn),
    ];
  } finally {
    await ours.stop();
  }
}
