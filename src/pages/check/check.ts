import { checkWordsSchema, type CheckWords } from '../../outputs/home/room-check.ts';
import { readAs } from '../../text/schema.ts';
import { icon } from '../../ui/icons.ts';
import { wording } from '../../ui/wording.view.ts';
import { WORDS } from './words.ts';

/** A stream's first event is sent at once: if it has not come by now, in ms, this network holds streams back. */
const SELF_TEST = 2_000;
const TIMEOUT_MS = 8_000;
// At a school's server each check has a code, the folder that this page is opened in.
const [, code = 'here'] = /\/check\/([a-z\d]{6})\/$/i.exec(location.pathname) ?? [];
const api = new URL(`${code === 'here' ? '../' : '../../'}api/room-check/${code}/`, location.href)
  .href;

type Asked =
  | { readonly is: 'answered'; readonly body: unknown }
  | { readonly is: 'none' }
  | { readonly is: 'held' };

void check();

async function check(): Promise<void> {
  step(WORDS.page, 'ready');
  const words = await ask('words');
  if (words.is === 'none') return end(WORDS.none, WORDS.noneTodo);
  if (words.is === 'held') return fail(WORDS.wordsHeld, WORDS.wordsTodo);
  const shown = readAs(checkWordsSchema, words.body);
  if (shown === null) return fail(WORDS.wordsHeld, WORDS.wordsTodo);
  step(WORDS.words, 'ready');
  show(shown);
  step((await streams()) ? WORDS.atOnce : WORDS.soon, 'ready');
  const sent = await ask('reached', 'POST');
  if (sent.is !== 'answered') return fail(WORDS.answersHeld, WORDS.answersTodo);
  step(WORDS.answers, 'ready');
  end(WORDS.well, '');
}

async function ask(path: string, method = 'GET'): Promise<Asked> {
  // Not AbortSignal.timeout: a tablet that is some years old does not know it, and pupils' pages do without.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(api + path, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      signal: patience.signal,
    });
    const body: unknown = await response.json();
    if (response.ok) return { is: 'answered', body };
    return { is: response.status === 404 ? 'none' : 'held' };
  } catch {
    // No answer, or one that is not ours: a page of a filter, say.
    return { is: 'held' };
  } finally {
    clearTimeout(timer);
  }
}

function streams(): Promise<boolean> {
  return new Promise((resolve) => {
    const source = new EventSource(`${api}events`);
    const done = (works: boolean) => {
      clearTimeout(timer);
      source.close();
      resolve(works);
    };
    const timer = setTimeout(() => done(false), SELF_TEST);
    source.onmessage = () => done(true);
    source.onerror = () => done(false);
  });
}

function step(words: string, state: 'ready' | 'todo'): void {
  const line = document.createElement('li');
  line.className = `steps__${state}`;
  line.innerHTML = `${icon(state === 'ready' ? 'check' : 'todo')}`;
  line.append(wording(words));
  document.querySelector('#steps')?.append(line);
}

function fail(words: string, todo: string): void {
  step(words, 'todo');
  end(WORDS.notYet, todo);
}

function end(answer: string, todo: string): void {
  const [title, advice] = [
    document.querySelector<HTMLElement>('#answer'),
    document.querySelector<HTMLElement>('#advice'),
  ];
  if (title) title.textContent = answer;
  if (advice) advice.textContent = wording(todo);
  if (advice) advice.hidden = todo === '';
  title?.focus();
}

function show({ questions }: CheckWords): void {
  const section = document.querySelector<HTMLElement>('#words');
  const named = (tag: string, words: string) =>
    Object.assign(document.createElement(tag), { textContent: words });
  section
    ?.querySelector('dl')
    ?.append(
      ...questions.flatMap(({ prompt, options }) => [
        named('dt', prompt),
        named('dd', options.join(' · ')),
      ]),
    );
  if (section) section.hidden = questions.length === 0;
}
