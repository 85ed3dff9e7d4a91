import './screens.css';
import { render } from 'preact';
import { App, NEW_QUESTION, type Open } from './app.tsx';
import type { Stage } from './box.tsx';
import { makeFiller } from './filler.ts';
import { startSession } from './session.ts';
import { readTyped } from './typed-code.ts';
import type { Page } from './visit.ts';
import type { StoredRecord } from '../../room/protocol.ts';
import { wording } from './wording.ts';

const session = startSession(new URL('../api/', location.href).href, draw);
let open: Open = null;
let record: StoredRecord | null = null;
let stage: Stage = 'writing';
/** The question that was asked when something was opened over the screen. */
let known = '';
let shown = '';
/** What was on the page and had focus when a cover came over it. */
let left: { readonly screen: string; readonly focus: Element | null } | null = null;

// The door is in the page already: what was typed before this script was here stays in its field.
function begin(): void {
  const typed = document.querySelector<HTMLInputElement>('.door input')?.value ?? '';
  document.getElementById('join')?.replaceChildren();
  draw();
  const field = document.querySelector<HTMLInputElement>('.door input');
  if (!field) return;
  if (typed !== '') field.value = typed;
  field.focus();
}

function draw(): void {
  const root = document.getElementById('join');
  if (!root) return;
  const page = session.page();
  hideOwnHelp(page.cover === 'help');
  const isAsked =
    open !== null && page.visit.at === 'asking' && !page.cover && questionOf(page) !== known;
  const before = document.activeElement;
  render(
    <App
      page={page}
      open={open}
      record={record}
      isAsked={isAsked}
      send={session.send}
      post={(ballot, text) => void post(ballot, text)}
      stage={stage}
      show={show}
    />,
    root,
  );
  say(
    page.away
      ? wording('This page is trying to reach the {teacher}’s computer.')
      : isAsked
        ? NEW_QUESTION
        : '',
  );
  // A new screen starts at its heading, for eyes, keyboard and screen reader alike.
  const screen = screenOf();
  if (shown !== '' && screen !== shown) {
    if (page.cover && !left) left = { screen: shown, focus: before };
    const back = !page.cover && left?.screen === screen ? left.focus : null;
    if (!page.cover) left = null;
    const start = root.querySelector<HTMLElement>('[data-start]');
    (back instanceof HTMLElement && back.isConnected ? back : start)?.focus();
  }
  shown = screen;
}

// Help that a pupil opened ends with help on all pages: a pupil who read it longer would stand out.
function hideOwnHelp(isHelpForAll: boolean): void {
  if (isHelpForAll && open === 'help') open = null;
}

function screenOf(): string {
  const { visit, away, cover } = session.page();
  return [
    cover ?? '',
    open,
    !open && visit.at,
    !open && questionOf(session.page()),
    !open && away,
    'trouble' in visit ? visit.trouble : '',
  ].join(' ');
}

function questionOf({ visit }: Page): string {
  return 'turn' in visit ? `${visit.turn.spent.question}/${visit.turn.round}` : '';
}

function say(words: string): void {
  const status = document.getElementById('said');
  if (status && status.textContent !== words) status.textContent = words;
}

function show(next: Open): void {
  open = next;
  known = questionOf(session.page());
  record = null;
  stage = 'writing';
  draw();
  if (next === 'kept') void readRecord();
}

async function post(ballot: string, text: string): Promise<void> {
  const isAgain = stage === 'away';
  stage = 'sending';
  draw();
  const reply = await session.post(ballot, text);
  // Where the answer to a first try was lost, a right that is used up says that the note arrived.
  const isIn = 'ok' in reply || (isAgain && reply.failed === 'unknown');
  stage = isIn ? 'sent' : reply.failed === 'away' || reply.failed === 'busy' ? 'away' : 'closed';
  draw();
}

async function readRecord(): Promise<void> {
  record = await session.record();
  draw();
}

addEventListener('submit', (event) => {
  const field = document.querySelector<HTMLInputElement>('.door input');
  if (!field) return;
  event.preventDefault();
  session.send({ type: 'typed', code: readTyped(field.value) });
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && open) show(null);
});
begin();
// The reading view was left, and the seat with it.
if (location.hash === '#leave') {
  history.replaceState(null, '', location.pathname);
  session.send({ type: 'leave', filler: makeFiller() });
}
