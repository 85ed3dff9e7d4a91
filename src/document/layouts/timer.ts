import type { StateBlock } from 'markdown-it';
import { closeTag, openTag, pushInline, readBlocks, type LayoutInside } from '../layout-rule.ts';

/** The longest a timer runs, in minutes. */
const MAX_MINUTES = 60;

/**
 * A calm clock that counts down on the board once the teacher presses Next, and what to do meanwhile.
 *
 *     ::: timer 5 minutes
 *     Talk in pairs.
 *     :::
 */
export function timer(state: StateBlock, { from, to, words, tell }: LayoutInside): void {
  const seconds = readSeconds(words);
  if (seconds === null) {
    tell(from - 1, {
      code: 'timer-time',
      severity: 'error',
      message: `Cannot read the time of “::: timer ${words.slice(0, 40)}”: it needs up to ${MAX_MINUTES} minutes, as in “::: timer 5 minutes” or “::: timer 1:30”`,
    });
  }
  openTag(state, 'div', seconds === null ? 'timer' : 'timer step');
  if (seconds !== null) {
    openTag(state, 'p', 'timer__clock');
    pushInline(state, formatSeconds(seconds), from - 1);
    closeTag(state, 'p');
  }
  readBlocks(state, { from, to });
  closeTag(state, 'div');
}

function readSeconds(words: string): number | null {
  const [, colonMinutes, colonSeconds] = /^(\d{1,2}):([0-5]\d)$/.exec(words) ?? [];
  const [, count, unit = ''] =
    /^(\d{1,4})\s*(m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?$/i.exec(words) ?? [];
  const seconds =
    colonMinutes !== undefined
      ? Number(colonMinutes) * 60 + Number(colonSeconds)
      : Number(count) * (unit.toLowerCase().startsWith('s') ? 1 : 60);
  return seconds > 0 && seconds <= MAX_MINUTES * 60 ? seconds : null;
}

/** Seconds as a clock shows them, `1:30`. */
function formatSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
