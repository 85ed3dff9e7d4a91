import { namesIn } from './replies.ts';
import { StartProblem } from '../../settings.ts';
import { openWire } from './wire.ts';

/** Valkey's own time, in ms since 1970, half a round trip added; of a cluster the latest. One that cannot be reached is a `StartProblem`. */
export async function readTime(url: URL): Promise<number> {
  const nothing = () => {};
  const wire = await openWire(url, { failed: nothing, ready: nothing }).catch(() => {
    throw new StartProblem(
      `Cannot reach Valkey at ${url.host} (VALKEY_URL): start it, or correct its address or password.`,
    );
  });
  try {
    const asked = performance.now();
    const replies = (await wire.sendAll(['TIME'])).map(namesIn);
    const times = replies.map(
      ([seconds = '0', micros = '0']) => Number(seconds) * 1000 + Number(micros) / 1000,
    );
    return Math.max(...times) + (performance.now() - asked) / 2;
  } finally {
    wire.end();
  }
}
