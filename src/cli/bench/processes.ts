import { portOf } from '../../site/port-of.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { meet, type Seen } from './crowd.ts';
import { plainFigure, ratioFigure, type Figure } from './figure.ts';
import { startServer } from './served.ts';
import { openRooms, type Size } from './venue.ts';

const SIZE: Size = { rooms: 20, pupils: 50 };

/** How many votes a second one, two and four processes take that share their rooms in one Valkey; one process is the floor. More processes than cores take no more. */
export async function measureProcesses(): Promise<readonly Figure[]> {
  const valkey = await startValkey();
  try {
    const one = await meetAt(valkey.url, 1);
    const figures = [plainFigure('valkey.votes-per-s@1', one.rate, 'votes/s')];
    for (const processes of [2, 4]) {
      const { rate } = await meetAt(valkey.url, processes);
      figures.push(
        ratioFigure(`valkey.processes.ratio@${processes}`, { value: rate, floor: one.rate }),
      );
    }
    return figures;
  } finally {
    valkey.stop();
  }
}

async function meetAt(url: string, processes: number): Promise<Seen> {
  const servers = await Promise.all(
    Array.from({ length: processes }, () => startServer({ VALKEY_URL: url })),
  );
  try {
    const [first] = servers;
    if (first === undefined) throw new Error('no process was started');
    const doors = await Promise.all(servers.map((server) => server.pupils()));
    const venues = await openRooms(first, SIZE, doors);
    return await meet(
      { served: { ...first, pids: servers.flatMap(({ pids }) => pids) }, venues },
      SIZE.pupils,
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function startValkey(): Promise<{ readonly url: string; stop(): void }> {
  const port = await freePort();
  const quiet = [
    '--slowlog-log-slower-than',
    '-1',
    '--commandlog-request-larger-than',
    '-1',
    '--commandlog-reply-larger-than',
    '-1',
  ];
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    tmpdir(),
    '--save',
    '',
    '--appendonly',
    'no',
    ...quiet,
  ];
  const child = spawn('valkey-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
  const isGone = once(child, 'error').then(() =>
    Promise.reject(new Error('there is no valkey-server on this machine')),
  );
  const isReady = (async () => {
    for await (const line of child.stdout) if (String(line).includes('Ready to accept')) return;
    throw new Error(`Valkey does not start on port ${port}`);
  })();
  await Promise.race([isReady, isGone]);
  return { url: `valkey://127.0.0.1:${port}`, stop: () => void child.kill('SIGKILL') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  return port;
}
