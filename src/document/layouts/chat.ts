import type { StateBlock } from 'markdown-it';
import { closeTag, lineOf, openTag, pushInline, type LayoutInside } from '../layout-rule.ts';

/** One line of a thread: who says it, or null for the story between messages. */
type Message = { readonly who: string | null; readonly words: string; readonly at: number };

/** A thread this long, in lines of the board, is the most that fits under a heading. */
const MAX_LINES = 7;

/** Letters of a message on one line of the board, at its smaller size. */
const LETTERS = 40;

/**
 * A thread of messages. The first speaker is at the left, or the one the fence names.
 *
 *     ::: chat
 *     Alex: Send me one?
 *     Sam: I don’t want to.
 *     (The next day)
 *     Alex: Please.
 *     :::
 */
export function chat(state: StateBlock, inside: LayoutInside): void {
  const messages = readMessages(state, inside);
  const left = bare(
    inside.words === '' ? (messages.find(({ who }) => who !== null)?.who ?? '') : inside.words,
  );
  openTag(state, 'ol', 'chat');
  for (const [nth, { who, words, at }] of messages.entries()) {
    const before = messages[nth - 1];
    const isMore = who !== null && before?.who === who;
    if (!isMore) {
      if (nth > 0) closeTag(state, 'li');
      openTag(
        state,
        'li',
        who === null
          ? 'chat__between'
          : bare(who) === left
            ? 'chat__turn'
            : 'chat__turn chat__turn--right',
      );
      if (who !== null) {
        openTag(state, 'b', 'chat__who');
        pushInline(state, who, at);
        closeTag(state, 'b');
      }
    }
    openTag(state, 'p');
    pushInline(state, words, at);
    closeTag(state, 'p');
  }
  if (messages.length > 0) closeTag(state, 'li');
  closeTag(state, 'ol');
  tellOfLength(messages, inside);
}

// A name that may be changed is written in braces, behind the fence as well.
function bare(name: string): string {
  return name.replaceAll(/[{}]/g, '');
}

function readMessages(state: StateBlock, { from, to, tell }: LayoutInside): readonly Message[] {
  const messages: Message[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lineOf(state, at).replace(/^[-*+]\s+/, '');
    const [, who, text] = /^\*{0,2}([\p{L}{][^:*]{0,30}?)\s*:\*{0,2}\s+(\S.*)$/u.exec(line) ?? [];
    const last = messages.at(-1);
    if (line === '') continue;
    if (who !== undefined && text !== undefined) messages.push({ who, words: text, at });
    else if (/^\(.*\)$/.test(line)) messages.push({ who: null, words: line.slice(1, -1), at });
    else if (last !== undefined && last.who !== null && lineOf(state, at - 1) === '') {
      messages.push({ ...last, words: line, at });
    } else if (last !== undefined && last.who !== null) {
      messages[messages.length - 1] = { ...last, words: `${last.words}\n${line}` };
    } else {
      const message = `Cannot tell who says “${line.slice(0, 60)}”: a message begins with a name, “Sam: …”`;
      tell(at, { code: 'chat-without-name', severity: 'error', message });
      messages.push({ who: null, words: line, at });
    }
  }
  return messages;
}

function tellOfLength(messages: readonly Message[], { from, tell }: LayoutInside): void {
  if (messages.length === 0) {
    tell(from - 1, {
      code: 'empty-chat',
      severity: 'error',
      message: 'Cannot show a thread without messages: it needs lines such as “Sam: Hello”',
    });
  }
  const lines = messages.reduce((sum, { words }) => sum + Math.ceil(words.length / LETTERS), 0);
  if (lines <= MAX_LINES) return;
  const message = `This thread comes to about ${lines} lines, and the board has room for ${MAX_LINES}: end it with “:::”, and go on after “---” with “::: chat” and the name that is on the left`;
  tell(from - 1, { code: 'long-chat', severity: 'warning', message });
}
