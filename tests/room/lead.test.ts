import { describe, expect, it } from 'vitest';
import { LEAD_MS } from '../../src/room/room.ts';
import type { RoomEvent } from '../../src/room/room.ts';
import { step } from '../../src/room/step.ts';
import { boardView, pupilView, recordView, staffView } from '../../src/room/views.ts';
import { aRoom, after, NINE, refusal } from './a-room.ts';

const lead = (by: string, take = false): RoomEvent => ({ type: 'lead', by, take });
const slide = (by?: string): RoomEvent => ({
  type: 'slide',
  slide: 'one',
  ...(by !== undefined && { by }),
});
const led = after(aRoom(), [lead('laptop')]);

describe('the window that leads', () => {
  it('[R13] is the only one whose steps are taken, for five seconds after it last said so', () => {
    expect(refusal(step(led, slide('laptop'), NINE + 1000))).toBeNull();
    expect(refusal(step(led, slide('other'), NINE + LEAD_MS - 1))).toBe('409 led-elsewhere');
    expect(refusal(step(led, slide('other'), NINE + LEAD_MS))).toBeNull();
    expect(
      refusal(step(after(led, [lead('laptop')], NINE + 3000), slide('other'), NINE + LEAD_MS)),
    ).toBe('409 led-elsewhere');
  });

  it('[R13] stays where it is until another one takes over, which all staff views show', () => {
    expect(refusal(step(led, lead('other'), NINE))).toBe('409 led-elsewhere');
    const taken = after(led, [lead('other', true)]);
    expect(staffView({ room: taken, answersIn: 0 })).toMatchObject({ lead: 'other', n: 3 });
    expect(refusal(step(taken, slide('laptop'), NINE))).toBe('409 led-elsewhere');
  });

  it('[R13] says so again without a step, and is no business of board, pupils and record', () => {
    expect(after(led, [lead('laptop')], NINE + 2000)).toMatchObject({
      n: led.n,
      lead: { until: NINE + 2000 + LEAD_MS },
    });
    const others = [boardView({ room: led, answersIn: 0 }), pupilView(led), recordView(led)];
    expect(JSON.stringify(others)).not.toContain('laptop');
  });

  it('[R13] binds no step without a window', () => {
    expect(refusal(step(led, slide(), NINE))).toBeNull();
  });
});
