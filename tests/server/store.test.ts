import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openMemoryStore } from '../../src/room/memory-store.ts';
import { receiptSealer } from '../../src/server/store/receipts.ts';
import { openSqliteStore } from '../../src/server/store/sqlite/sqlite.ts';
import { NINE } from '../room/a-room.ts';
import { leftContract } from './left.contract.ts';
import { storeContract } from './store.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'wholeclass-stores-'));
let opened = 0;

describe('rooms kept', () => {
  storeContract('memory', () =>
    openMemoryStore({ random: randomBytes, sealer: receiptSealer, keeper: null }),
  );
  storeContract('SQLite', () =>
    openSqliteStore({ file: join(folder, `${(opened += 1)}.sqlite`), now: NINE }),
  );
  leftContract('memory', (noteSealer) =>
    openMemoryStore({ random: randomBytes, sealer: receiptSealer, keeper: null, noteSealer }),
  );
  leftContract('SQLite', (noteSealer) =>
    openSqliteStore({ file: join(folder, `${(opened += 1)}.sqlite`), now: NINE, noteSealer }),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));
