import type { Link } from './board-link.ts';

/** A link between two windows of one browser, over a BroadcastChannel of this name. */
export function channelLink<Out>(name: string): Link<Out, unknown> {
  const channel = new BroadcastChannel(name);
  return {
    send: (message) => channel.postMessage(message),
    listen(onMessage) {
      const onEvent = ({ data }: MessageEvent<unknown>) => onMessage(data);
      channel.addEventListener('message', onEvent);
      return () => channel.removeEventListener('message', onEvent);
    },
    close: () => channel.close(),
  };
}

/** Two ends of a link inside one page, for one-window mode: what one sends the other hears, never before `send` has returned. */
export function pairOfLinks<A, B>(): readonly [Link<A, B>, Link<B, A>] {
  const listenersA = new Set<(message: A) => void>();
  const listenersB = new Set<(message: B) => void>();
  return [endOfPair(listenersA, listenersB), endOfPair(listenersB, listenersA)];
}

function endOfPair<Out, In>(
  there: Set<(message: Out) => void>,
  here: Set<(message: In) => void>,
): Link<Out, In> {
  let open = true;
  return {
    send: (message) => queueMicrotask(() => open && there.forEach((listener) => listener(message))),
    listen(onMessage) {
      here.add(onMessage);
      return () => here.delete(onMessage);
    },
    close() {
      open = false;
      here.clear();
    },
  };
}
