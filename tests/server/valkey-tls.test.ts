import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/server/settings.ts';
import { openSharedStore } from '../../src/server/store/store.ts';
import type { OpenedRoom, Seat } from '../../src/room/protocol.ts';
import { ask, json } from './ask.ts';
import { ballotOf, LESSON, writeSchool } from './school.ts';
import { freePort, serveApart, type Apart } from './serve-apart.ts';
import { makeCertificate } from './tls-front.ts';
import { hasValkey, openValkeyServer, type ValkeyServer } from './valkey-server.ts';

const certificate = makeCertificate(['localhost']);

describe.skipIf(!hasValkey || certificate === null)('a Valkey behind TLS', () => {
  const top = mkdtempSync(join(tmpdir(), 'wholeclass-'));
  const authority = join(top, 'cert.pem');
  let valkey: ValkeyServer;
  let front: Server;
  let served: Apart | null = null;
  const url = () => new URL(`valkeys://localhost:${(front.address() as AddressInfo).port}`);

  beforeAll(async () => {
    valkey = await openValkeyServer();
    writeSchool(join(top, 'home'));
    if (certificate) writeFileSync(authority, certificate.cert);
    front = createServer({ ...certificate }, (socket) => {
      const plain = connect(Number(valkey.url.port), '127.0.0.1');
      socket.on('error', () => plain.destroy()).pipe(plain);
      plain.on('error', () => socket.destroy()).pipe(socket);
    });
    await new Promise<void>((resolve) => front.listen(0, 'localhost', resolve));
  });
  afterAll(async () => {
    await served?.kill();
    front.close();
    await valkey.close();
    rmSync(top, { recursive: true, force: true });
  });

  it('keeps rooms like any other where its certificate is trusted', async () => {
    const env = { VALKEY_URL: url().href, NODE_EXTRA_CA_CERTS: authority };
    served = await serveApart(join(top, 'home'), join(top, 'data'), {
      port: await freePort(),
      env,
    });
    const { staff, pupils } = served;
    const room = json<OpenedRoom>(
      await ask(`${staff}api/rooms`, {
        method: 'POST',
        body: { lesson: LESSON, pupils: 30, devices: true },
      }),
    );
    const headers = { authorization: `Bearer ${room.roomKey}` };
    await ask(`${staff}api/rooms/${room.code}/steps`, {
      method: 'POST',
      headers,
      body: { type: 'ask', question: 'feel' },
    });
    const seat = json<Seat>(await ask(`${pupils}api/rooms/${room.code}/seats`, { method: 'POST' }));
    const body = { round: 1, ballot: ballotOf(seat, 'feel'), n: 1, answer: 'a' };
    expect(
      (await ask(`${pupils}api/rooms/${room.code}/questions/feel/ballot`, { method: 'PUT', body }))
        .status,
    ).toBe(200);
    expect(await valkey.send('EXISTS', `wholeclass:{${room.code}}:room`)).toBe(1);
  });

  it('is not spoken to where its certificate is not trusted', async () => {
    const { valkeyUrl } = readSettings({ VALKEY_URL: url().href });
    await expect(openSharedStore({ url: valkeyUrl ?? url(), log: () => {} })).rejects.toThrow(
      /^Cannot reach Valkey at localhost:\d+ \(VALKEY_URL\)/,
    );
  });
});
