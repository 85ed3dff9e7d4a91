import { render } from 'preact';
import { App, type Open } from './app.tsx';
import type { Stage } from './box.tsx';
import { startSession } from './session.ts';
import type { StoredRecord } from '../../room/protocol.ts';

const isServed = document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
const session = startSession(new URL('../api/', location.href).href, draw);
let open: Open = null;
let record: StoredRecord | null = null;
let stage: Stage = 'writing';
let shown = '';

draw();

function draw(): void {
  const root = document.getElementById('join');
  if (!root) return;
  const page = session.page();
  render(
    <App
      page={page}
      open={open}
      record={record}
      isServed={isServed}
      send={session.send}
      post={(ballot, text) => void post(ballot, text)}
      stage={stage}
      show={show}
    />,
    root,
  );
  say(page.away ? 'This page is trying to reach the teacher’s computer.' : '');
  // A new screen starts at its heading, for eyes, keyboard and screen reader alike.
  const screen = screenOf();
  if (shown !== '' && screen !== shown) root.querySelector<HTMLElement>('[data-start]')?.focus();
  shown = screen;
}

function screenOf(): string {
  const { visit, away } = session.page();
  const question = 'turn' in visit ? `${visit.turn.spent.question}/${visit.turn.round}` : '';
  return [open, !open && visit.at, !open && question, !open && away, 'trouble' in visit ? visit.trouble : ''].join(' ');
}

function say(words: string): void {
  const said = document.getElementById('said');
  if (said && said.textContent !== words) said.textContent = words;
}

function show(next: Open): void {
  open = next;
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
  stage = isIn ? 'sent' : reply.failed === 'away' || reply.failed === 'busy' ? 'away' : 'shut';
  draw();
}

async function readRecord(): Promise<void> {
  record = await session.record();
  draw();
}

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && open) show(null);
});
