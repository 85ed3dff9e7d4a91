import { describe, expect, it } from 'vitest';
import { openRoom } from '../../src/room/room.ts';
import { parseStoredRoom, serialiseRoom } from '../../src/room/stored-room.ts';
import { pupilView } from '../../src/room/views.ts';
import { NINE, opening } from '../room/a-room.ts';
import { finished, pageAfter, saw, seated, typed, waiting } from './pages.ts';

const roomWith = (help?: 'money' | 'none') =>
  openRoom({ ...opening, ...(help && { help }), code: 'BKT472', pass: 'P'.repeat(43), now: NINE });

describe('help on tablets, by what the lesson is about (TEACHING 0.23)', () => {
  it('comes with every view of a room whose help is not as in every class, and is stored with it', () => {
    expect(pupilView(roomWith())).not.toHaveProperty('help');
    for (const help of ['money', 'none'] as const) {
      expect(pupilView(roomWith(help)).help).toBe(help);
      const stored = parseStoredRoom(
        serialiseRoom(roomWith(help)),
        (bytes) => new Uint8Array(bytes),
      );
      expect(stored?.room.help).toBe(help);
    }
  });

  it('is remembered once the lesson is over, and is nothing to another room', () => {
    const inMoney = saw({ ...waiting, help: 'money' });
    const over = pageAfter(typed, seated, inMoney, saw(finished));
    expect(over).toMatchObject({ visit: { at: 'finished' }, help: 'money' });
    const next = pageAfter(
      ...[typed, seated, inMoney, saw(finished)],
      ...[{ type: 'restart' } as const, typed, seated, saw(waiting)],
    );
    expect(next).not.toHaveProperty('help');
  });
});
