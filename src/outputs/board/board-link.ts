import type { BoardView } from '../../room/protocol.ts';
import type { Showing } from './film-source.ts';
import type { InkMessage } from './ink.ts';
import type { TimerMessage } from './timer.ts';

/** An order to the film; the board carries out each `order` number once, so that a repeated state does nothing twice. */
export type FilmOrder =
  | { readonly order: number; readonly do: 'none' }
  | { readonly order: number; readonly do: 'play' }
  | { readonly order: number; readonly do: 'pause' }
  | { readonly order: number; readonly do: 'seek'; readonly at: number };

/** What covers the slide: nothing, "Pause and think" (the board is paused), the help slide, or how to join. */
export type Cover = 'none' | 'pause' | 'help' | 'join';

/** How long a second press of what covers the board does nothing, in ms: people who are alarmed press twice, and a double click is two presses. */
export const SETTLE_MS = 1_000;

/** All the board shows, sent whole after every change and again whenever a board says hello. */
export type BoardState = {
  readonly slide: string;
  /** How many of the slide's steps are shown. */
  readonly step: number;
  readonly cover: Cover;
  readonly film: FilmOrder;
  /** How the film is shown, and where it comes from. */
  readonly showing?: Showing;
  readonly room: BoardView | null;
  /** Blocks that are left out today, by id: a film that ends goes on past them. */
  readonly leftOut?: readonly string[];
  /** A pretend class answers: the board says so on every slide. */
  readonly rehearsal?: boolean;
  /** Someone only looks: the board says so on every slide. */
  readonly preview?: boolean;
  /** When a board in a window of its own closes, in ms since 1970: the lesson is over. */
  readonly ends?: number;
};

/** What the board tells of itself. `at` is in seconds of the film. */
export type BoardStatus = {
  /** A random name of the board's window, which tells two boards apart; older boards have none. */
  readonly window?: string;
  /** False until the one large button was pressed in this window: no full screen and no sound before that. */
  readonly started: boolean;
  readonly slide: string;
  readonly film: {
    readonly state: 'absent' | 'ready' | 'playing' | 'paused' | 'ended' | 'failed';
    readonly at: number;
    /** Seconds; null until the film has told. */
    readonly length?: number | null;
    /** True where the film of this laptop has to be chosen, or chosen again. */
    readonly isAwaited?: boolean;
    /** True where the browser did not let it play before the board's button is pressed again. */
    readonly isRefused?: boolean;
    /** Captions that cannot be read, sound that does not come. */
    readonly lacks?: { readonly captions: boolean; readonly sound: boolean };
  };
};

/** Messages from the presenter. `ink` is what is drawn over a slide, `timer` how its clocks are; `film-file` hands over a film chosen on this laptop (a Blob); `close` ends the board. */
export type ToBoard =
  | { readonly type: 'state'; readonly state: BoardState }
  | { readonly type: 'film-file'; readonly file: unknown }
  | { readonly type: 'ink'; readonly ink: InkMessage }
  | { readonly type: 'timer'; readonly timer: TimerMessage }
  | { readonly type: 'close' };

/**
 * Messages from the board. `reached`: the film came to the end of this slide's part, and the board has gone to `next` by itself.
 * `turn`, `pause`, `whole`: someone pressed a clicker or a key in the board's window; the presenter turns the page, does what its main button says (`isMain`) covers the board or plays the film whole, or the board does when no one answers.
 */
export type FromBoard =
  | { readonly type: 'hello' }
  | { readonly type: 'turn'; readonly to: 'next' | 'back'; readonly isMain?: boolean }
  | { readonly type: 'pause'; readonly isLetter: boolean }
  | { readonly type: 'whole' }
  | { readonly type: 'status'; readonly status: BoardStatus }
  | { readonly type: 'ink'; readonly ink: InkMessage }
  | { readonly type: 'timer'; readonly timer: TimerMessage }
  | { readonly type: 'reached'; readonly slide: string; readonly next: string };

/** Either end of the link. Two windows use a BroadcastChannel, one window a pair in the same page. */
export type Link<Out, In> = {
  send(message: Out): void;
  /** Returns what stops listening. */
  listen(onMessage: (message: In) => void): () => void;
  close(): void;
};

/** The channel's name: one lesson, one site, so that two lessons open at once do not mix. */
export function channelName(slug: string, sitePath: string): string {
  return `wholeclass:${sitePath}:${slug}`;
}
