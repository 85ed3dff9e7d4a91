import { firstLesson } from './classroom.ts';
import { timeDrawn } from './drawn.ts';
import { plainFigure, ratioFigure, type Figure } from './figure.ts';
import { weigh } from './page-weight.ts';
import { startServer } from './served.ts';

/** A school's laptop. */
const LAPTOP = { width: 1366, height: 641 };
const LOADS = 21;

/** What a lesson is started with, once it is shown: by the first script, which hears every press from then on. */
const START = '#present:not([hidden]) button';
/** What only the desk draws. */
const DESK = '.start__more';

/** What a first visit to the presenter costs over the network, without fonts and film, and how soon on a slow laptop what a lesson is started with takes what is typed and pressed, and how soon the desk is there that does it; beside an empty page with one field. */
export async function measurePresenter(): Promise<readonly Figure[]> {
  const ours = await startServer();
  const address = `${ours.address}present/${await firstLesson(ours)}/`;
  const time = (what: string) => timeDrawn({ address, what, viewport: LAPTOP, loads: LOADS });
  try {
    const { bytes, requests } = await weigh(address, ['font', 'media'], DESK);
    const usable = await time(START);
    const ready = await time(DESK);
    return [
      plainFigure('presenter.bytes', bytes, 'bytes'),
      plainFigure('presenter.requests', requests, 'requests'),
      plainFigure('presenter.usable.ms', usable.value, 'ms'),
      ratioFigure('presenter.usable.ratio', usable),
      plainFigure('presenter.ready.ms', ready.value, 'ms'),
      ratioFigure('presenter.ready.ratio', ready),
    ];
  } finally {
    await ours.stop();
  }
}
