import type { ScryptOptions } from 'node:crypto';
import { parseKeyWords } from '../../room/key-words.ts';
import { isSealed, type LeftNote, type NoteSealer } from '../../room/left-note.ts';
import type { Store } from '../../room/store.ts';
import {
  isSurelyWrong,
  KEY_COST,
  makeHolder,
  openerOf,
  sealFor,
  type Holder,
  type Opener,
} from './note-seal.ts';
import type { KeyRecord, KeyRecords } from './key-record.ts';
import { isSetupCode, setupSentence, type SetupCode } from './setup-code.ts';

/** Holders a school may have at once: the safeguarding lead and deputies. */
const MAX_HOLDERS = 4;

/** What a new key is made for: the first one, one more, one in the place of the words at hand, or one in the place of keys that are lost. */
export const keyReasons = ['first', 'also', 'instead', 'lost'] as const;

/** A new key: its words, what for, the words of a holder, and the setup code, where it needs one; empty where not given. */
export type NewKey = {
  readonly words: string;
  readonly reason: (typeof keyReasons)[number];
  readonly holder: string;
  readonly code: string;
};

/** What became of it. */
export type KeyMade =
  | 'made'
  | 'bad-words'
  | 'has-key'
  | 'wrong-words'
  | 'wrong-code'
  | 'enough-keys'
  | 'changed-meanwhile'
  | 'busy';

/** The safeguarding keys of a school. */
export type SafeguardingKeys = {
  readonly sealer: NoteSealer;
  /** How many people hold a key, and whether making one without a holder's words needs the setup code. */
  readonly state: () => Promise<{ readonly keys: number; readonly needsCode: boolean }>;
  /** null for wrong words. */
  readonly unlock: (typed: string, left: readonly LeftNote[]) => Promise<Opener | 'busy' | null>;
  readonly make: (key: NewKey, store: Store, now: number) => Promise<KeyMade>;
  /** For the person who runs a hosted program: where the code for the first key is; null where there is a key, or no code is needed. */
  readonly setupSentence: () => Promise<string | null>;
  readonly end: () => void;
};

/** Where the keys are stored, the setup code of a hosted program, and what a guess costs. */
export type KeysParts = {
  readonly records: KeyRecords;
  readonly setup: SetupCode | null;
  readonly cost?: ScryptOptions;
};

/** Guesses that may wait for their turn: one wrong key in 4,096 gets as far. */
const MAX_WAITING = 20;

/** Opens the keys of a school. */
export async function openSafeguardingKeys({
  records,
  setup,
  cost = KEY_COST,
}: KeysParts): Promise<SafeguardingKeys> {
  let known = await records.read();
  const inTurn = openTurns();
  const refresh = async (): Promise<KeyRecord | null> => (known = await records.read());

  async function unlock(typed: string, left: readonly LeftNote[]): Promise<Opener | 'busy' | null> {
    const key = parseKeyWords(typed);
    if (key.is !== 'words') return null;
    const holders = holdersOf(await refresh(), left).filter(
      (holder) => !isSurelyWrong(key.words, holder),
    );
    for (const holder of holders) {
      const opener = await inTurn(() => openerOf(key.words, holder, cost));
      if (opener !== null) return opener;
    }
    return null;
  }

  async function make(
    { words: typed, reason, holder, code }: NewKey,
    store: Store,
    now: number,
  ): Promise<KeyMade> {
    const key = parseKeyWords(typed);
    if (key.is !== 'words') return 'bad-words';
    const was = await refresh();
    if (was !== null && reason === 'first') return 'has-key';
    const left = await store.left(now);
    if (was === null || reason === 'lost') {
      if (setup && !isSetupCode(code, await setup.read())) return 'wrong-code';
      const fresh = await inTurn(() => makeHolder(key.words, cost));
      if (fresh === 'busy') return fresh;
      if (!(await records.replace(was, { version: 1, holders: [fresh] }))) {
        return 'changed-meanwhile';
      }
      await setup?.use();
      return sealRest(store, now);
    }
    const opener = await unlock(holder, left);
    if (opener === 'busy') return opener;
    if (opener === null || !was.holders.some(({ publicKey }) => publicKey === opener.publicKey)) {
      return 'wrong-words';
    }
    const others = was.holders.filter(
      ({ publicKey }) => reason === 'also' || publicKey !== opener.publicKey,
    );
    if (others.length >= MAX_HOLDERS) return 'enough-keys';
    const fresh = await inTurn(() => makeHolder(key.words, cost));
    if (fresh === 'busy') return fresh;
    const next: KeyRecord = { version: 1, holders: [...others, fresh] };
    if (!(await records.replace(was, next))) return 'changed-meanwhile';
    await reseal(store, { opener, holders: next.holders, now });
    return sealRest(store, now);
  }

  /** The sweep seals what waited for a key. */
  async function sealRest(store: Store, now: number): Promise<KeyMade> {
    await store.expire(now);
    return 'made';
  }

  return {
    sealer: {
      refresh: async () => void (await refresh()),
      seal: (note) => (known === null ? null : sealFor(known.holders, note)),
    },
    state: async () => ({
      keys: (await refresh())?.holders.length ?? 0,
      needsCode: setup !== null,
    }),
    unlock,
    make,
    setupSentence: async () =>
      setup === null || (await refresh()) !== null ? null : setupSentence(setup),
    end: records.end,
  };
}

async function reseal(
  store: Store,
  {
    opener,
    holders,
    now,
  }: { readonly opener: Opener; readonly holders: readonly Holder[]; readonly now: number },
): Promise<void> {
  for (const note of await store.left(now)) {
    const next = isSealed(note) ? opener.resealFor(note, holders) : null;
    if (next !== null) await store.changeLeft(note, next);
  }
}

// A lost key opens what was sealed to it, should its words be found.
function holdersOf(record: KeyRecord | null, left: readonly LeftNote[]): readonly Holder[] {
  const earlier = left.flatMap((note) =>
    isSealed(note)
      ? note.sealed.keys.map(({ to, salt, hint }) => ({ publicKey: to, salt, hint }))
      : [],
  );
  return [
    ...new Map(
      [...(record?.holders ?? []), ...earlier].map((holder) => [holder.publicKey, holder]),
    ).values(),
  ];
}

/** One guess after the other: each takes its own memory. */
function openTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return <Answer>(work: () => Promise<Answer>): Promise<Answer | 'busy'> => {
    if (waiting >= MAX_WAITING) return Promise.resolve('busy');
    waiting += 1;
    const mine = last.then(work).finally(() => (waiting -= 1));
    last = mine.catch(() => {});
    return mine;
  };
}
