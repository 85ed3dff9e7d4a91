import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One request as it crossed the wire, and how long its answer was. */
export type Crossed = {
  readonly line: string;
  readonly head: string;
  readonly body: Buffer;
  readonly request: number;
  readonly answer: number;
};

/** Someone on the network who sees every byte that goes to a door and comes back. */
export type WireRecorder = {
  /** Ends with a slash. */
  readonly url: string;
  /** All requests of this method so far, in the order in which they began. */
  crossed(method: string): readonly Crossed[];
  close(): void;
};

type Line = { readonly up: Buffer[]; readonly down: Buffer[] };

/** Opens a recorder in front of a door: plain sockets, which read nothing of what they pass on. */
export async function openWireRecorder(door: string): Promise<WireRecorder> {
  const { hostname, port } = new URL(door);
  const lines: Line[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const line: Line = { up: [], down: [] };
    lines.push(line);
    near.on('data', (bytes: Buffer) => line.up.push(bytes) && far.write(bytes));
    far.on('data', (bytes: Buffer) => line.down.push(bytes) && near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    crossed: (method) =>
      lines.flatMap(exchangesOf).filter(({ line }) => line.startsWith(`${method} `)),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The requests of one connection beside their answers, which come in the same order; a stream has no end, and nothing after it. */
function exchangesOf({ up, down }: Line): readonly Crossed[] {
  const answers = messagesIn(Buffer.concat(down));
  return messagesIn(Buffer.concat(up)).map(({ head, body, bytes }, at) => ({
    line: head.slice(0, head.indexOf('\r\n')),
    head,
    body,
    request: bytes,
    answer: answers[at]?.bytes ?? 0,
  }));
}

function messagesIn(
  all: Buffer,
): readonly { readonly head: string; readonly body: Buffer; readonly bytes: number }[] {
  const end = all.indexOf('\r\n\r\n');
  if (end < 0) return [];
  const head = all.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  const bytes = end + 4 + length;
  return [{ head, body: all.subarray(end + 4, bytes), bytes }, ...messagesIn(all.subarray(bytes))];
}
