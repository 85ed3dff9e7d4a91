import type { Link } from './board-link.ts';

/** A link between two windows of one browser, over a BroadcastChannel of this name. */
export function channelLink<Out>(name: string): Link<Out, unknown> {
  const channel = new BroadcastChannel(name);
  return {
    send: (message) => channel.postMessage(message),
    listen(hear) {
      const onMessage = ({ data }: MessageEvent<unknown>) => hear(data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => channel.close(),
  };
}

/** Two ends of a link inside one page, for one-window mode: what one sends the other hears, never before `send` has returned. */
export function pairOfLinks<A, B>(): readonly [Link<A, B>, Link<B, A>] {
  const hearA = new Set<(message: A) => void>();
  const hearB = new Set<(message: B) => void>();
  return [endOfPair(hearA, hearB), endOfPair(hearB, hearA)];
}

function endOfPair<Out, In>(
  there: Set<(message: Out) => void>,
  here: Set<(message: In) => void>,
): Link<Out, In> {
  let open = true;
  return {
    send: (message) => queueMicrotask(() => open && there.forEach((hear) => hear(message))),
    listen(hear) {
      here.add(hear);
      return () => here.delete(hear);
    },
    close() {
      open = false;
      here.clear();
    },
  };
}
