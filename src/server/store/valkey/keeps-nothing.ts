import { pairsIn } from './replies.ts';
import { StartProblem } from '../../settings.ts';
import { refusalIn } from './wire.ts';
import type { Wire } from './wire.ts';

/** How a Valkey must be set, so that no answer reaches a disk or a log (R6) and no room is dropped for want of memory. Older ones do not have them all. */
const wanted: Readonly<Record<string, string>> = {
  save: '',
  appendonly: 'no',
  'slowlog-log-slower-than': '-1',
  'commandlog-request-larger-than': '-1',
  'hide-user-data-from-log': 'yes',
  'maxmemory-policy': 'noeviction',
  // Else a copy for a replica is written to the disk first.
  'repl-diskless-sync': 'yes',
};

const REPLICAS =
  'Valkey has replicas. They must keep nothing either, and be started with --repl-diskless-load swapdb: else what they are sent is written to a disk first.';

/**
 * Refuses, as a `StartProblem`, a Valkey that would write answers down; `log` is called when it
 * does not say how it is set.
 */
export async function mustKeepNothing(
  sendAll: Wire['sendAll'],
  log: (sentence: string) => void,
): Promise<void> {
  await lookForReplicas(sendAll, log);
  const nodes = await readSettings(sendAll);
  if (nodes === null) {
    log(
      `Valkey does not tell how it is set. It must be started with ${asOptions(Object.entries(wanted))}: else answers may reach its disk.`,
    );
    return;
  }
  for (const settings of nodes) {
    const wrong = Object.entries(wanted).filter(
      ([name, value]) => (settings[name] ?? value) !== value,
    );
    if (wrong.length === 0) continue;
    const found = wrong.map(([name]) => `${name} is "${settings[name] ?? ''}"`).join(', ');
    throw new StartProblem(
      `Cannot use this Valkey: answers could reach its disk or its logs (${found}). Start it with ${asOptions(wrong)}`,
    );
  }
}

async function lookForReplicas(
  sendAll: Wire['sendAll'],
  log: (sentence: string) => void,
): Promise<void> {
  const reply = await unlessRefused(sendAll(['INFO', 'replication']));
  if (reply?.some((node) => /connected_slaves:[1-9]/.test(String(node)))) log(REPLICAS);
}

async function readSettings(
  sendAll: Wire['sendAll'],
): Promise<readonly Readonly<Record<string, string>>[] | null> {
  const nodes = await unlessRefused(sendAll(['CONFIG', 'GET', ...Object.keys(wanted)]));
  // Pairs one after the other, or, from a newer connection, a map.
  return nodes?.map((reply) => Object.fromEntries(pairsIn(reply))) ?? null;
}

async function unlessRefused<Reply>(asked: Promise<Reply>): Promise<Reply | null> {
  try {
    return await asked;
  } catch (error) {
    if (refusalIn(error) === null) throw error;
    return null;
  }
}

function asOptions(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `--${name} ${value === '' ? '""' : value}`).join(' ');
}
