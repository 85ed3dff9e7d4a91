import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OpenedRoom, Seat, StaffView, Step } from '../../src/room/protocol.ts';
import { serve, type ServeOptions, type Serving } from '../../src/server/main.ts';
import type { Settings } from '../../src/server/settings.ts';
import { ask, json, type Reply } from './ask.ts';
import { CHEAP } from './safeguarding-key.ts';
import '../site/reader-stays.ts';

/** A server of its own for one test file: folders under /tmp, both doors on free ports. */
export type School = {
  readonly home: string;
  readonly dataDir: string;
  /** End with a slash; `pupils` is there once the door has opened. */
  readonly staff: string;
  readonly pupils: string;
  /** Closes and serves again from the same folders. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A phrase of a teacher's note, which must stay with the teacher. */
export const NOTE = 'heron-lantern-quartz';

/** A phrase of what a plan says to the teacher alone, beside its notes. */
export const STAFF = 'otter-anvil-saffron';

/** The name of the lesson that every school has. */
export const LESSON = 'messages';

const lesson = `---
title: Messages that push
on the board: Messages
summary: Spot it, say it, tell someone.
stage: KS3
minutes: 20
films: [missing-film, little-film]
---

# Messages
A story about messages

Notes:
Say hello. ${NOTE}

## Talk (10 min)
### What we saw
- Nobody has to answer.

Notes:
Wait ten seconds. ${NOTE}

::: choice law knowledge
Who can you tell?
- [ ] Nobody
- [x] An adult you trust

> Telling is not telling tales.

Notes:
${NOTE}
:::

::: choice feel character
How much pressure is there?
- None
- A lot
:::

::: scale sure confidence
How sure are you?
1: Not at all sure
5: Very sure
:::

Land safely:
${STAFF}

## Hard questions
### “Did it happen to you?” ${STAFF}
${STAFF}

## Alternative task
${STAFF}
### With a heading ${STAFF}
::: choice other character
${STAFF}
- One
- Two
:::
---
${STAFF}

## Differentiation
${STAFF}

## Mixed or single-sex
${STAFF}
`;

const shell = (page: string, up: string) => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8" /><title><!--slot:title--></title>
<meta name="wholeclass-room" content="<!--slot:room-->">
<meta name="wholeclass-phones" content="<!--slot:phones-->">
<link rel="stylesheet" href="${up}assets/look-2.css">
<script type="module" src="${up}assets/${page}-1.js"></script></head>
<body><nav class="site-nav"><b>{{Your school}}</b></nav><main><!--slot:main--><!--slot:slides--></main>
<script type="application/json" id="data"><!--slot:data--></script></body></html>`;

const LOOK = `body { color: #14273A } ${'/* long */'.repeat(200)}`;

/** A page as Vite would build it, as small as can be. */
function builtPage(page: string): string {
  return shell(
    page.split('/').at(-1) || 'library',
    '../'.repeat(page === '' ? 0 : page.split('/').length) || './',
  );
}

/** The program's own, so that a page that is new is here too. */
const pages = globSync('**/index.html', {
  cwd: new URL('../../src/pages', import.meta.url),
}).map((file) => file.replaceAll('\\', '/').replace(/\/?index\.html$/, ''));

/** Makes the folders of a school and starts its server. */
export async function openSchool(
  files: Readonly<Record<string, string>> = {},
  limitsClock?: () => number,
): Promise<School> {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const [home, dataDir] = [join(top, 'home'), join(top, 'data')];
  writeSchool(home, files);
  let pupils = '';
  const log = (sentence: string) => {
    const port = /:(\d+)$/.exec(sentence)?.[1];
    if (port !== undefined) pupils = `http://127.0.0.1:${port}/`;
  };
  const start = () => startSchool(settingsOf(home, dataDir), log, limitsClock && { limitsClock });
  let serving = await start();
  return {
    home,
    dataDir,
    get staff() {
      return serving.staffUrl;
    },
    get pupils() {
      return pupils;
    },
    async restart() {
      await serving.close();
      serving = await start();
    },
    async close() {
      await serving.close();
      rmSync(top, { recursive: true, force: true });
    },
  };
}

/** Starts a server on a folder that `writeSchool` has filled. A guess at a key costs next to nothing unless it is given. */
export function startSchool(
  settings: Settings,
  log: (sentence: string) => void = () => {},
  more: Pick<ServeOptions, 'limitsClock' | 'guessCost'> = {},
): Promise<Serving> {
  return serve({ settings, pages: join(settings.home, 'pages'), log, guessCost: CHEAP, ...more });
}

/** Settings for folders of a test: both doors on free ports. */
export function settingsOf(home: string, dataDir: string): Settings {
  return { home, dataDir, staffHost: '127.0.0.1', staffPort: 0, pupilPorts: [0], publicUrl: null };
}

/** Writes lessons, a film and built pages into a folder; `files` adds to them or replaces them. */
export function writeSchool(home: string, files: Readonly<Record<string, string>> = {}): void {
  const built = Object.fromEntries(
    pages.map((page) => [join('pages', page, 'index.html'), builtPage(page)]),
  );
  const scripts = Object.fromEntries(
    pages.map((page) => [
      `pages/assets/${page.split('/').at(-1) || 'library'}-1.js`,
      `import "./shared-3.js"; // ${page} ${'x'.repeat(900)}`,
    ]),
  );
  const all: Readonly<Record<string, string>> = {
    ...built,
    ...scripts,
    'pages/offline.js': 'self.offline;',
    'pages/assets/shared-3.js': 'export {};',
    'pages/assets/look-2.css': LOOK,
    [`lessons/${LESSON}.md`]: lesson,
    'media/missing-film/film.yaml': 'title: Not here\n',
    'media/little-film/film.yaml':
      'title: Little film\nrights: ours\ncontent note: Shapes.\nfps: 25\nlength: "0:20.0"\nstops: {}\n',
    'media/little-film/captions.en.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n',
    'secret.txt': 'kestrel-granite',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  const film = join(home, 'media/little-film/film.mp4');
  if (!existsSync(film)) copyFileSync(new URL('../media/clip/film.mp4', import.meta.url), film);
}

/** A room of a school with its key. */
export type TaughtRoom = OpenedRoom & {
  step(step: Step): Promise<Reply>;
  /** Takes a step that must succeed. */
  take(step: Step): Promise<StaffView>;
  seat(): Promise<Seat>;
};

/** Opens a room, with pupil devices unless told otherwise, and returns what a teacher and pupils do in it. */
export async function teach(
  school: School,
  { pupils = 30, devices = true } = {},
): Promise<TaughtRoom> {
  const opened = json<OpenedRoom>(
    await ask(`${school.staff}api/rooms`, {
      method: 'POST',
      body: { lesson: LESSON, pupils, devices },
    }),
  );
  const headers = { authorization: `Bearer ${opened.roomKey}` };
  const step = (one: Step) =>
    ask(`${school.staff}api/rooms/${opened.code}/steps`, { method: 'POST', headers, body: one });
  return {
    ...opened,
    step,
    async take(one) {
      const reply = await step(one);
      if (reply.status !== 200) throw new Error(`${one.type}: ${reply.status} ${reply.text}`);
      return json<StaffView>(reply);
    },
    seat: async () =>
      json<Seat>(await ask(`${school.pupils}api/rooms/${opened.code}/seats`, { method: 'POST' })),
  };
}

/** The ballot of a seat for a question and round. */
export function ballotOf(seat: Seat, question: string, round = 1): string {
  const found = seat.ballots.find((one) => one.question === question && one.round === round);
  if (found === undefined) throw new Error(`no ballot for ${question}, round ${round}`);
  return found.ballot;
}
