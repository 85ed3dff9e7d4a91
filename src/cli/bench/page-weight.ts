import { openPeoplesBrowser } from '../../print/browser.ts';
import { firstLesson, openClassroom } from './classroom.ts';
import { plainFigure, type Figure } from './figure.ts';
import { startServer } from './served.ts';

type Weight = { readonly bytes: number; readonly requests: number };

/** What the board's first slide costs over the network, without the answers' heads, by a browser that has nothing yet; fonts and film are left out. */
export async function measureBoard(): Promise<readonly Figure[]> {
  const served = await startServer();
  try {
    return figures(
      'board.first',
      await weigh(`${served.address}board/${await firstLesson(served)}/`),
    );
  } finally {
    await served.stop();
  }
}

/** What a first visit to the presenter costs, until what a lesson is started with is drawn. */
export async function measurePresenter(): Promise<readonly Figure[]> {
  const served = await startServer();
  try {
    const page = `${served.address}present/${await firstLesson(served)}/`;
    return figures('presenter', await weigh(page, '.start__more'));
  } finally {
    await served.stop();
  }
}

/** What a pupil's page costs over the network. */
export async function measurePupilPage(): Promise<readonly Figure[]> {
  const served = await startServer();
  try {
    const { door } = await openClassroom(served, 30);
    return figures('pupil', await weigh(door));
  } finally {
    await served.stop();
  }
}

function figures(name: string, { bytes, requests }: Weight): readonly Figure[] {
  return [
    plainFigure(`${name}.bytes`, bytes, 'bytes'),
    plainFigure(`${name}.requests`, requests, 'requests'),
  ];
}

/** A first visit to a page, by a browser that has nothing yet, until it has loaded and `until` is there. */
async function weigh(url: string, until = 'body'): Promise<Weight> {
  const browser = await openPeoplesBrowser();
  try {
    const page = await browser.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (['font', 'media'].includes(request.resourceType())) return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const response = await page.goto(url, { waitUntil: 'load' });
    if (response?.ok() !== true) throw new Error(`${url} answered ${response?.status()}`);
    await page.waitForSelector(until);
    const counted = await Promise.all([...sizes]);
    return { bytes: counted.reduce((sum, size) => sum + size, 0), requests: counted.length };
  } finally {
    await browser.close();
  }
}
