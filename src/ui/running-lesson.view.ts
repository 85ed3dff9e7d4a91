import * as v from 'valibot';
import { readAs } from '../text/schema.ts';
import { endWords, runningLessons, type RunningLesson } from '../text/running-lesson.ts';
import { fetchFile, isInFolder, pageAddress } from '../text/site-file.view.ts';

/** The lessons of the site at `root` that run in this browser, the one last used first. */
export function runningHere(root: string): readonly RunningLesson[] {
  try {
    return runningLessons(savedHere(), new URL(root, location.href).pathname, Date.now());
  } catch {
    return [];
  }
}

/** Shows on top of a page that a lesson is running, with the way back, for as long as it is; what else leads into it says so. `root` is the site’s root, where the page’s mark does not lead there. */
export function startRunningNotice(root = markAddress()): void {
  const place = document.querySelector('.site-head, body > .bar');
  let shown = '';

  function draw(): void {
    const running = runningHere(root);
    const now = Date.now();
    const next = JSON.stringify(running.map((one) => [one, endWords(one, now)]));
    if (next === shown) return;
    shown = next;
    document.querySelector('.running')?.remove();
    const [lesson] = running;
    if (lesson && place) place.before(notice(lesson, root));
    showReturn(running);
  }

  draw();
  // Another window starts or finishes it; the back button brings this page back as it was.
  for (const event of ['storage', 'pageshow', 'focus']) addEventListener(event, draw);
}

function markAddress(): string {
  return new URL(
    '.',
    document.querySelector<HTMLAnchorElement>('.site-mark')?.href ?? location.href,
  ).href;
}

// “Teach this lesson” leads into one that runs, so it says so; and no one rehearses it meanwhile.
function showReturn(running: readonly RunningLesson[]): void {
  const teach = document.querySelector<HTMLElement>('[data-teach]');
  const words = teach?.querySelector<HTMLElement>('[data-words]');
  if (!teach || !words) return;
  const isRunning = running.some(({ slug }) => slug === teach.dataset['teach']);
  // To teach it may be a quiet button; to return is always the main one.
  teach.dataset['look'] ??= teach.className;
  teach.className = isRunning ? 'button button--main button--big' : teach.dataset['look'];
  words.dataset['own'] ??= words.textContent ?? '';
  words.textContent = isRunning ? 'Return to this lesson' : words.dataset['own'];
  const length = teach.querySelector<HTMLElement>('[data-length]');
  if (length) length.hidden = isRunning;
  for (const other of document.querySelectorAll<HTMLElement>('[data-rehearse]')) {
    other.hidden = isRunning;
  }
}

// Not Object.entries, which knows nothing of what a browser saves but that it is there.
function savedHere(): readonly (readonly [string, string])[] {
  return Object.keys(localStorage).map((key) => [key, localStorage.getItem(key) ?? ''] as const);
}

const titledCards = v.array(v.object({ slug: v.string(), boardTitle: v.string() }));

/** What a lesson is called on the board; empty where the list of lessons is not to be had. */
export async function boardTitleOf(slug: string, root: string): Promise<string> {
  // A folder has one lesson, and no list.
  if (isInFolder()) return '';
  try {
    const response = await fetchFile(`${root}lessons.json`);
    const cards = response.ok ? readAs(titledCards, await response.json()) : null;
    return cards?.find((card) => card.slug === slug)?.boardTitle ?? '';
  } catch {
    return '';
  }
}

function notice({ slug, bell }: RunningLesson, root: string): HTMLElement {
  const bar = document.createElement('aside');
  bar.className = 'running';
  bar.setAttribute('aria-label', 'A lesson is running');
  const words = document.createElement('p');
  const title = document.createElement('span');
  words.append(
    Object.assign(document.createElement('b'), { textContent: 'A lesson is running' }),
    ' ',
    title,
  );
  const back = Object.assign(document.createElement('a'), {
    className: 'button',
    href: pageAddress(`${root}present/${slug}/`),
    textContent: 'Return to the lesson',
  });
  bar.append(words, back);
  const ends = endWords({ bell }, Date.now());
  const tell = (name: string): void =>
    void (title.textContent = [name, ends].filter((part) => part !== '').join(' · '));
  tell('');
  void boardTitleOf(slug, root).then(tell);
  return bar;
}
