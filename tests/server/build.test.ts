import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../src/cli/build.ts';
import { featurePolicy } from '../../src/site/policy.ts';
import { MY_LESSON } from '../../src/text/my-lesson.ts';
import { awayWrong } from '../cli/away-link.ts';
import { ask } from './ask.ts';
import { LESSON, openSchool, type School } from './school.ts';

let school: School;
let out: string;
beforeAll(async () => {
  school = await openSchool({ 'lessons/Bad Name.md': '# Hello\n' });
  out = join(mkdtempSync(join(tmpdir(), 'wholeclass-')), 'dist');
  await buildSite({ home: school.home, pages: join(school.home, 'pages'), out });
}, 60_000);
afterAll(async () => {
  await school.close();
  rmSync(join(out, '..'), { recursive: true, force: true });
});

const built = () =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

test('the static site is the pages that the server serves, but that the room runs in the page', async () => {
  for (const path of [
    'index.html',
    `board/${LESSON}/index.html`,
    `print/${LESSON}/worksheet/index.html`,
    `present/${LESSON}/notes.json`,
    'assets/look-2.css',
  ]) {
    const served = (await ask(school.staff + path)).text;
    const progress =
      /    <meta http-equiv="Content-Security-Policy" content="[^"]+" \/>\n    <meta name="referrer" content="no-referrer" \/>\n/;
    // By these names a page looks for a film that its browser has.
    const films = /  <meta name="wholeclass-films" content="[a-z -]+" \/>\n  (?=<\/head>)/;
    // What it can be added to a first screen as: where a program serves it, nothing is stored for a room without a network.
    const app = /  <link rel="manifest" [^\n]+\n  (?=<\/head>)/;
    const made = readFileSync(join(out, path), 'utf8');
    expect(films.test(made)).toBe(/^(?:board|print)\//.test(path));
    expect(app.test(made)).toBe(path === 'index.html');
    expect(made.replace(progress, '').replace(films, '').replace(app, '')).toBe(
      served.replace(
        'name="wholeclass-room" content="server"',
        'name="wholeclass-room" content="page"',
      ),
    );
  }
});

test('every page says its policy itself, the one that the server sends, before anything else is read', async () => {
  // Where there is a server it has what teachers write: the pages of a lesson in a browser are a site's alone.
  const shared = built().filter((one) => one.endsWith('.html') && !one.includes(`/${MY_LESSON}/`));
  for (const path of shared) {
    // As a browser asks: where there is no page it is answered with one, too.
    const { headers } = await ask(school.staff + path, { headers: { accept: 'text/html' } });
    const [policy, frames] = (headers['content-security-policy'] ?? '').split('; frame-ancestors ');
    expect(frames).toBe("'none'");
    expect(readFileSync(join(out, path), 'utf8')).toMatch(
      /<head><meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/,
    );
    expect([path, readFileSync(join(out, path), 'utf8')]).toEqual([
      path,
      expect.stringContaining(`content="${policy}" />`),
    ]);
  }
});

test('the pages of a lesson that lives in the browser may show its pictures and its film, and nothing else that others may not', () => {
  const own = built().filter((one) => one.endsWith('.html') && one.includes(`/${MY_LESSON}/`));
  expect(own.length).toBe(6);
  for (const path of own) {
    const [, policy = ''] =
      /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(join(out, path), 'utf8')) ??
      [];
    expect([path, policy.replaceAll(' blob:', '')]).toEqual([
      path,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
    ]);
    expect(policy).toContain("img-src 'self' data: blob:;");
  }
});

test.each(['_headers', '.htaccess', 'web.config', 'nginx-headers.conf'])(
  '%s has the headers that the server sends, each once',
  async (file) => {
    const text = readFileSync(join(out, file), 'utf8');
    // A page’s own policy is stricter, and both hold. One header is for all pages, and so for what any of them has in it.
    const headers = { ...(await ask(`${school.staff}board/${LESSON}/`)).headers };
    const named = (kind: string) =>
      new Set(
        [
          ...built().filter((path) => path.endsWith('.html') && path !== '404.html'),
          '404.html',
        ].flatMap((path) => {
          const policy =
            /Content-Security-Policy" content="([^"]*)"/.exec(
              readFileSync(join(out, path), 'utf8'),
            )?.[1] ?? '';
          return policy
            .split('; ')
            .flatMap((rule) =>
              rule.startsWith(kind) ? (rule.match(/'sha256-[^']+'/g) ?? []) : [],
            );
        }),
      );
    expect([named('script-src').size, named('style-src').size]).toEqual([0, 1]);
    for (const kind of ['style-src']) {
      headers['content-security-policy'] =
        headers['content-security-policy']?.replace(
          `${kind} 'self'`,
          `$& ${[...named(kind)].join(' ')}`,
        ) ?? '';
    }
    // The pictures of a lesson that lives in the browser.
    headers['content-security-policy'] =
      headers['content-security-policy']?.replace(/img-src [^;]+/, '$& blob:') ?? '';
    for (const name of ['content-security-policy', 'referrer-policy', 'x-content-type-options']) {
      const lines = text
        .split('\n')
        .filter((line) => line.toLowerCase().includes(name) && !line.includes('<remove'));
      expect(lines).toEqual([expect.stringContaining(headers[name] ?? 'no such header')]);
    }
  },
);

test.each(['_headers', '.htaccess', 'web.config'])(
  '%s lets the presenter’s pages alone ask for a camera, after it is refused to all',
  (file) => {
    const text = readFileSync(join(out, file), 'utf8');
    const policies = [...text.matchAll(/camera=\S+, microphone=\(\)[^"\n]*/g)];
    expect(policies.map(([policy]) => policy)).toEqual([
      featurePolicy({}),
      featurePolicy({ camera: true }),
    ]);
    const [, presenters] = policies;
    expect(presenters?.index).toBeGreaterThan(text.search(/\/present\/|path="present"/));
  },
);

test('nginx-headers.conf lets the presenter’s pages alone ask for a camera', () => {
  const text = readFileSync(join(out, 'nginx-headers.conf'), 'utf8');
  expect(text).toContain('if ($uri ~ "/present/") { set $wholeclass_camera "(self)"; }');
  const policy = featurePolicy({}).replace('camera=()', 'camera=$wholeclass_camera');
  expect(text.match(/.*microphone.*/g)).toEqual([expect.stringContaining(policy)]);
});

test.each(['.htaccess', 'web.config', 'nginx-headers.conf'])(
  '%s has a type for every kind of file in the site',
  (file) => {
    const text = readFileSync(join(out, file), 'utf8');
    const endings = new Set(
      built().flatMap(
        (path) => /^(?!_headers|web\.config|nginx).*\/[^/]+\.([a-z0-9]+)$/.exec(path)?.[1] ?? [],
      ),
    );
    expect(endings.size).toBeGreaterThan(5);
    for (const ending of endings) expect(text).toMatch(new RegExp(`[ ".]${ending}\\b`));
  },
);

test('it holds the film that plays and no other file of ours', () => {
  expect(built().filter((path) => path.startsWith('media/') && path.includes('.'))).toEqual([
    'media/little-film/captions.en.vtt',
    'media/little-film/film.mp4',
  ]);
  // Each lesson’s text is there for colleagues, under its own name.
  expect(built().filter((path) => /\.(md|yaml|txt)$/.test(path))).toEqual([
    'lesson/messages/messages.md',
  ]);
  expect(existsSync(join(out, 'lesson', 'Bad Name'))).toBe(false);
});

test('every address in its pages is relative and leads to a file of the site, or to a number or service of the list', () => {
  const pages = built().filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(7);
  for (const page of pages) {
    for (const [, address = ''] of readFileSync(join(out, page), 'utf8').matchAll(
      / (?:href|src)="(?!#)([^"#?]+)[^"]*"/g,
    )) {
      expect([page, address]).toEqual([
        page,
        expect.stringMatching(/^(?:\.{1,2}\/|tel:|sms:|mailto:|https:)/),
      ]);
      const target = join(out, page, '..', address, address.endsWith('/') ? 'index.html' : '');
      const away = awayWrong(address);
      const leadsOn = away === undefined ? existsSync(target) : away === null;
      expect([page, address, leadsOn]).toEqual([page, address, true]);
    }
  }
});

test('without a folder of lessons there is no build, and the site of before stays', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  try {
    const making = buildSite({ home, pages: join(school.home, 'pages'), out });
    await expect(making).rejects.toThrow('There is no folder "lessons" here');
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  } finally {
    rmSync(home, { recursive: true });
  }
});
