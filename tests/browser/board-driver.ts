import type { Page } from '@playwright/test';
import {
  channelName,
  type BoardState,
  type FromBoard,
  type ToBoard,
} from '../../src/outputs/board/board-link.ts';
import type { Deck } from '../../src/outputs/board/deck.ts';

declare global {
  interface Window {
    boardChannel: BroadcastChannel;
    messagesOfBoard: FromBoard[];
  }
}

/** A page beside the board that stands in for the presenter. */
export type BoardDriver = {
  /** Sends a whole state; what is not given is as at the start. */
  state(change: Partial<BoardState>): Promise<void>;
  messages(): Promise<readonly FromBoard[]>;
};

/** Opens the board's channel in a page of the same site. */
export async function driveBoard(page: Page, { slug, slides }: Deck): Promise<BoardDriver> {
  await page.evaluate(
    (name) => {
      window.messagesOfBoard = [];
      window.boardChannel = new BroadcastChannel(name);
      window.boardChannel.onmessage = ({ data }: MessageEvent<FromBoard & { v?: number }>) => {
        // Every message has the protocol's version beside what it says (R32).
        delete data.v;
        window.messagesOfBoard.push(data);
      };
    },
    channelName(slug, '/'),
  );
  const plain: BoardState = {
    slide: slides[0]?.id ?? '',
    step: 0,
    cover: 'none',
    film: { order: 0, do: 'none' },
    room: null,
  };
  return {
    state: (change) =>
      page.evaluate((message: ToBoard) => window.boardChannel.postMessage(message), {
        type: 'state',
        state: { ...plain, ...change },
      } as const),
    messages: () => page.evaluate(() => window.messagesOfBoard),
  };
}
