import { beforeEach, describe, expect, it } from 'vitest';
import {
  dealtWith,
  isSealed,
  UNDO_MS,
  type LeftNote,
  type NoteSealer,
  type SealedLeftNote,
} from '../../src/room/left-note.ts';
import { ROOM_MS } from '../../src/room/room.ts';
import type { Store } from '../../src/room/store.ts';
import type { SafeguardingKeys } from '../../src/server/schools/safeguarding-keys.ts';
import { granted, NINE, opening } from '../room/a-room.ts';
import { LEAD, openKeys, STRANGER } from './safeguarding-key.ts';

const LATER = NINE + ROOM_MS;
const TEXTS = ['heron: what is consent?', 'lantern: I am scared of someone'];

/** What every store does with notes that outlive their room; `open` gives an empty one that seals them so. */
export function leftContract(
  name: string,
  open: (noteSealer: NoteSealer) => Promise<Store> | Store,
): void {
  describe(`${name}, with notes that were left`, () => {
    let keys: SafeguardingKeys;
    let store: Store;

    beforeEach(async () => {
      keys = await openKeys();
      store = await open(keys.sealer);
    });

    const makeKey = (words = LEAD) =>
      keys.make({ words, reason: 'first', holder: '', code: '' }, store, NINE);

    /** A room that ends at its deadline with two notes in its box, one of them marked for the lead. */
    async function leaveTwo(): Promise<readonly LeftNote[]> {
      const { code } = granted(await store.create(opening, NINE)).room;
      granted(await store.update(code, { type: 'box', isOpen: true }, NINE));
      for (const text of TEXTS) {
        granted(
          await store.post(
            code,
            { ballot: granted(await store.seat(code, NINE)).box[0] ?? '', text },
            NINE,
          ),
        );
      }
      const room = (await store.read(code))?.room;
      const notes = room && room.state !== 'finished' ? room.box.notes : [];
      const marked = notes.find(({ text }) => text === TEXTS[1])?.id ?? '';
      granted(await store.update(code, { type: 'triage', note: marked, as: 'dsl' }, NINE));
      await store.expire(LATER);
      return store.left(LATER);
    }

    async function opened(words: string): Promise<readonly (string | null)[]> {
      const left = await store.left(LATER);
      const opener = await keys.unlock(words, left);
      if (opener === null || opener === 'busy') return [];
      return left
        .map((note) => (isSealed(note) ? (opener.open(note)?.text ?? null) : null))
        .toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1));
    }

    it('[R25] are sealed from the moment they are left, and opened by the words of the key alone', async () => {
      expect(await makeKey()).toBe('made');
      const left = await leaveTwo();
      expect(left.map(isSealed)).toEqual([true, true]);
      expect(JSON.stringify(left)).not.toMatch(/heron|lantern|scared|"dsl"/);
      expect([await opened(LEAD), await opened(STRANGER)]).toEqual([TEXTS, []]);
    });

    it('[R25] are of one length, whatever they say', async () => {
      await makeKey();
      const left = (await leaveTwo()).filter(isSealed);
      expect(new Set(left.map(({ sealed }) => JSON.stringify(sealed).length)).size).toBe(1);
    });

    it('[R11] [R25] lie in the order of their random ids, and tell neither time nor room', async () => {
      await makeKey();
      const [first, second] = await leaveTwo();
      expect([first, second].map((note) => Object.keys(note ?? {}).toSorted())).toEqual(
        Array(2).fill(['goneAt', 'id', 'sealed']),
      );
      expect((first?.id ?? '') < (second?.id ?? '')).toBe(true);
      expect(first).toMatchObject({ goneAt: null });
    });

    it('[R8] [R25] wait unsealed without a key, and are sealed as soon as there is one', async () => {
      expect((await leaveTwo()).map(isSealed)).toEqual([false, false]);
      await store.expire(LATER + 1);
      expect(await store.left(LATER)).toHaveLength(2);
      await makeKey();
      expect((await store.left(LATER)).map(isSealed)).toEqual([true, true]);
      expect(await opened(LEAD)).toEqual(TEXTS);
    });

    it('[R25] can be written down without a room, sealed like any other', async () => {
      await makeKey();
      await store.leave([{ id: 'salvaged', text: TEXTS[0] ?? '', triage: null }]);
      await store.expire(LATER);
      expect((await store.left(LATER)).map(({ id }) => id)).toEqual(['salvaged']);
      expect(await opened(LEAD)).toEqual([TEXTS[0]]);
      const [sealed] = (await store.left(LATER)) as readonly [SealedLeftNote];
      await store.changeLeft(sealed, null);
      await store.leave([sealed]);
      expect(await store.left(LATER)).toEqual([sealed]);
    });

    it('[R26] are there for 24 hours after they were dealt with, and gone from the very moment', async () => {
      await makeKey();
      const [note, other] = (await leaveTwo()) as readonly [SealedLeftNote, SealedLeftNote];
      expect(await store.changeLeft(note, dealtWith(note, LATER))).toBe(true);
      await store.expire(LATER + UNDO_MS - 1);
      expect(await store.left(LATER + UNDO_MS - 1)).toEqual([dealtWith(note, LATER), other]);
      expect(await store.left(LATER + UNDO_MS)).toEqual([other]);
      await store.expire(LATER + UNDO_MS);
      expect(await store.left(LATER)).toEqual([other]);
    });

    it('[R26] can be had back before, as they were', async () => {
      await makeKey();
      const [note] = (await leaveTwo()) as readonly [SealedLeftNote];
      const done = dealtWith(note, LATER);
      await store.changeLeft(note, done);
      expect(await store.changeLeft(done, { ...done, goneAt: null })).toBe(true);
      await store.expire(LATER + UNDO_MS);
      expect(await opened(LEAD)).toEqual(TEXTS);
    });

    it('[R26] are not changed by someone who saw an earlier state of them', async () => {
      await makeKey();
      const [note] = (await leaveTwo()) as readonly [SealedLeftNote];
      await store.changeLeft(note, dealtWith(note, LATER));
      expect(await store.changeLeft(note, null)).toBe(false);
      expect(await store.left(LATER)).toHaveLength(2);
    });
  });
}
