import { boardStages, type BoardStage } from '../../outputs/board/board-stages.ts';
import { channelName, type BoardState } from '../../outputs/board/board-link.ts';
import type { Deck } from '../../outputs/board/deck.ts';
import { deckSchema } from '../../outputs/board/deck-schema.ts';
import { openPeoplesBrowser, type Page } from '../../print/browser.ts';
import { firstLesson, readFrom, readQuestions } from './classroom.ts';
import { growth, plainFigure, type Figure } from './figure.ts';
import { startServer } from './served.ts';

const HOUR = 3_600;
/** How long a slide and a part of the film are on, in ms. */
const SLIDE_MS = 40;
const FILM_MS = 600;
/** How often a page is looked at over the whole run. The first half is left aside: a browser is busy making its code quick meanwhile. */
const LOOKS = 20;

type Look = { readonly heap: number; readonly nodes: number; readonly listeners: number };
type Watched = {
  readonly name: string;
  readonly look: () => Promise<Look>;
  readonly looks: Look[];
};

/**
 * How many seconds the soak is to go on: an hour where nothing is asked.
 * @throws {Error} where that is no number, or fewer than 10
 */
export function readSeconds(asked: string | undefined): number {
  const seconds = Number(asked ?? HOUR);
  if (!(seconds >= 10)) {
    throw new Error('--seconds takes a number of seconds, 10 at least, as in --seconds=60');
  }
  return seconds;
}

/** The lesson over and over, every slide, part of the film and state of a question: how much the board's page and the reading view grow in a minute, garbage taken away first. */
export async function measureSoak(seconds: number): Promise<readonly Figure[]> {
  const served = await startServer();
  const browser = await openPeoplesBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const slug = await firstLesson(served);
    const deck = await readFrom(deckSchema, `${served.address}present/${slug}/deck.json`);
    const stages = boardStages(deck, await readQuestions(served, slug));
    const [reading, board, beside] = [
      await context.newPage(),
      await context.newPage(),
      await context.newPage(),
    ];
    await reading.goto(`${served.address}read/${slug}/`);
    await board.goto(`${served.address}board/${slug}/`);
    await beside.goto(`${served.address}privacy/`);
    await beside.evaluate(
      `window.channel = new BroadcastChannel(${JSON.stringify(channelName(slug, '/'))})`,
    );
    await board.bringToFront();
    await board.getByRole('button', { name: 'Start the board' }).click();
    const watched = [await watch('board', board), await watch('read', reading)];
    const teach = teacher(deck, stages, beside);
    await teach();
    const began = performance.now();
    for (let look = 0; look < LOOKS || performance.now() - began < seconds * 1_000; look += 1) {
      const until = began + ((look + 1) * seconds * 1_000) / LOOKS;
      do await teach();
      while (performance.now() < until);
      for (const one of watched) one.looks.push(await one.look());
    }
    const minutes = (performance.now() - began) / 60_000;
    return watched.flatMap(({ name, looks }) =>
      figures(name, looks.slice(looks.length / 2), minutes / looks.length),
    );
  } finally {
    await browser.close();
    await served.stop();
  }
}

function figures(name: string, looks: readonly Look[], minutes: number): readonly Figure[] {
  const perMinute = (what: keyof Look) => growth(looks.map((one) => one[what])) / minutes;
  return [
    plainFigure(`soak.${name}.heap`, perMinute('heap') / 1_000, 'kB more in a minute'),
    plainFigure(`soak.${name}.nodes`, perMinute('nodes'), 'nodes more in a minute'),
    plainFigure(`soak.${name}.listeners`, perMinute('listeners'), 'listeners more in a minute'),
    plainFigure(`soak.${name}.heap.last`, (looks.at(-1)?.heap ?? 0) / 1_000, 'kB at the end'),
  ];
}

/** Goes once through the lesson, as a presenter would, with a cover and a part of the film now and then. */
function teacher(
  { slides }: Deck,
  stages: readonly BoardStage[],
  beside: Page,
): () => Promise<void> {
  let order = 0;
  const plain = { cover: 'none', film: { order, do: 'none' } } as const;

  async function send(state: BoardState, ms: number): Promise<void> {
    await beside.evaluate(`channel.postMessage(${JSON.stringify({ type: 'state', state })})`);
    await new Promise((resolve) => setTimeout(resolve, ms));
  }

  return async () => {
    for (const { slide, step, room } of stages) {
      const film = { order, do: 'none' } as const;
      await send({ ...plain, film, slide, step, room }, SLIDE_MS);
      const part = slides.find(({ id }) => id === slide);
      if (part?.kind !== 'film') continue;
      await send(
        { ...plain, slide, step, room, film: { order: (order += 1), do: 'seek', at: part.from } },
        SLIDE_MS,
      );
      await send(
        { ...plain, slide, step, room, film: { order: (order += 1), do: 'play' } },
        FILM_MS,
      );
      await send(
        { ...plain, slide, step, room, film: { order, do: 'play' }, cover: 'pause' },
        SLIDE_MS,
      );
    }
  };
}

async function watch(name: string, page: Page): Promise<Watched> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');
  return {
    name,
    looks: [],
    async look() {
      await inspector.send('HeapProfiler.collectGarbage');
      const { metrics } = await inspector.send('Performance.getMetrics');
      const of = (metric: string) =>
        metrics.find((one) => one.name === metric)?.value ?? Number.NaN;
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
    },
  };
}
