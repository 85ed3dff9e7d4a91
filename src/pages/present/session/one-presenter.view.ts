/** Whether this window may present the lesson, or another one does. */
export type Claim = {
  readonly isElsewhere: boolean;
  /** Presents here from now on, and notifies the other window. */
  take(): void;
};

type Word = 'who' | 'me' | 'take';

// A window that presents answers within a few milliseconds, even in the background.
const PATIENCE_MS = 200;

/** Asks whether another window of this browser presents the lesson already: two would pull the board to and fro. `lost` is called when another takes over. */
export async function claimLesson(name: string, lost: () => void): Promise<Claim> {
  const channel = new BroadcastChannel(`${name}:presenter`);
  let isOurs = false;
  let isElsewhere = false;
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data === 'who' && isOurs) channel.postMessage('me' satisfies Word);
    if (data === 'me') isElsewhere = true;
    if (data === 'take' && isOurs) {
      isOurs = false;
      lost();
    }
  });
  channel.postMessage('who' satisfies Word);
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

  function take(): void {
    channel.postMessage('take' satisfies Word);
    isOurs = true;
  }

  return { isElsewhere, take };
}
