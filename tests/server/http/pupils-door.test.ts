import type { FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { pupilsDoor } from '../../../src/server/http/doors.ts';
import { lanAddress } from '../../../src/server/http/address.ts';

/** Which ports cannot be had, with the system's word for it. */
type Taken = Readonly<Record<number, string>>;

/** A door of which no port is ever opened: `tried` has what it asked for, `said` what it reported. */
function doorAt(pupilPorts: readonly number[], taken: Taken, publicUrl: URL | null = null) {
  const tried: number[] = [];
  const reports: string[] = [];
  const makeApp = () => {
    let port = 0;
    return Promise.resolve({
      listen(wanted: { readonly port: number }) {
        tried.push(wanted.port);
        const code = taken[wanted.port];
        if (code !== undefined) {
          return Promise.reject(Object.assign(new Error(code), { code }));
        }
        ({ port } = wanted);
        return Promise.resolve('');
      },
      close: () => Promise.resolve(),
      server: { address: () => ({ port }) },
    } as unknown as FastifyInstance);
  };
  const door = pupilsDoor(makeApp, { pupilPorts, publicUrl }, (words) => reports.push(words));
  return { door, tried, reports };
}

const here = lanAddress() ?? 'localhost';

test('the pupils’ door is at port 80 where it can be had, so that the address has none', async () => {
  const { door, tried, reports } = doorAt([80, 4301], {});
  expect(door.address()).toEqual({ typed: '', url: '' });
  expect(await door.open()).toBeNull();
  expect(tried).toEqual([80]);
  expect(door.address()).toEqual({ typed: here, url: `http://${here}/` });
  expect(reports).toEqual([`Pupils join at ${here}`]);
});

test.each([
  ['EACCES', 'port 80 may not be used by this account'],
  ['EADDRINUSE', 'port 80 of this computer is in use by another program'],
])(
  'where port 80 fails with %s the door is at the next port, and the terminal says why',
  async (code, why) => {
    const { door, tried, reports } = doorAt([80, 4301], { 80: code });
    expect(await door.open()).toBeNull();
    expect(tried).toEqual([80, 4301]);
    expect(door.address()).toEqual({ typed: `${here}:4301`, url: `http://${here}:4301/` });
    expect(reports).toEqual([
      `Pupils join at ${here}:4301`,
      `The address has a port in it: ${why}. How to do without: “A short address” in .github/docs/it.md.`,
    ]);
  },
);

test('a port that was chosen is the only one that is tried, and nothing is said of another', async () => {
  const { door, tried, reports } = doorAt([8080], {});
  expect(await door.open()).toBeNull();
  expect([tried, reports]).toEqual([[8080], [`Pupils join at ${here}:8080`]]);
});

test('a public address is what the class types, whatever port is behind it', async () => {
  const publicUrl = new URL('https://lesson.example.org/school');
  const { door, reports } = doorAt([80, 4301], { 80: 'EACCES' }, publicUrl);
  expect(await door.open()).toBeNull();
  expect(door.address()).toEqual({
    typed: 'lesson.example.org/school',
    url: 'https://lesson.example.org/school/',
  });
  expect(reports).toEqual(['Pupils join at lesson.example.org/school']);
});

test('a door without any port is refused with every cause, and can be tried again', async () => {
  const { door, tried } = doorAt([80, 4301], { 80: 'EACCES', 4301: 'EADDRINUSE' });
  const first = await door.open();
  expect(first?.refused.message).toContain(
    'port 80 may not be used by this account, and port 4301 of this computer is in use by another program',
  );
  await door.open();
  expect(tried).toEqual([80, 4301, 80, 4301]);
});
