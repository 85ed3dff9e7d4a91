import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  scrypt,
  type KeyObject,
  type ScryptOptions,
} from 'node:crypto';
import {
  sortedAs,
  type SealedLeftNote,
  type SealedNote,
  type WrappedKey,
} from '../../room/left-note.ts';
import type { Note } from '../../room/protocol.ts';
import * as v from 'valibot';
import { readJsonAs, type Fields } from '../../text/schema.ts';

/** What is stored of a holder's words: the public key that comes of them, its salt, and the hint of the words. No words come of it. */
export type Holder = { readonly publicKey: string; readonly salt: string; readonly hint: string };

/** What a holder's words open, for as long as one request takes. */
export type Opener = {
  readonly publicKey: string;
  /** null for a note that was sealed for others, or was tampered with. */
  readonly open: (note: SealedLeftNote) => Note | null;
  /** The same note, for these holders; null where `open` is. */
  readonly resealFor: (note: SealedLeftNote, holders: readonly Holder[]) => SealedLeftNote | null;
};

/** 128 MB and a third of a second for one guess (OWASP Password Storage Cheat Sheet: N=2^17, r=8, p=1). */
export const KEY_COST = {
  N: 2 ** 17,
  r: 8,
  p: 1,
  maxmem: 256 * 1024 * 1024,
} as const satisfies ScryptOptions;

const [KEY_BYTES, SALT_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 16, 12, 16];
/** Twelve bits. */
const HINT_DIGITS = 3;
const ABOUT = 'wholeclass left note 1';
/** A note's text fills a multiple of this, so that its length tells nothing. */
const BODY_BYTES = 1024;
// RFC 8410: an X25519 private key in PKCS #8 is these bytes and the key.
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Makes what is stored of a new holder's words. */
export async function makeHolder(words: string, cost: ScryptOptions): Promise<Holder> {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  return {
    publicKey: publicOf(await privateKeyOf(words, salt, cost)),
    salt,
    hint: hintOf(words, salt),
  };
}

/** True for nearly every wrong key at the price of one hash, so that only the right words, and one wrong key in 4,096, cost a guess. */
export function isSurelyWrong(words: string, { salt, hint }: Omit<Holder, 'publicKey'>): boolean {
  return hintOf(words, salt) !== hint;
}

/** What these words open, if they are this holder's. */
export async function openerOf(
  words: string,
  { publicKey, salt }: Omit<Holder, 'hint'>,
  cost: ScryptOptions,
): Promise<Opener | null> {
  const own = await privateKeyOf(words, salt, cost);
  if (publicOf(own) !== publicKey) return null;
  const contentKey = ({ id, sealed }: SealedLeftNote): Buffer | null => {
    const wrapped = sealed.keys.find(({ to }) => to === publicKey);
    return wrapped ? unwrap(wrapped, { own, id }) : null;
  };
  return {
    publicKey,
    open: (note) => {
      const key = contentKey(note);
      const bytes = key && unlock(key, note.id, note.sealed.body);
      return bytes && readBody(note.id, bytes);
    },
    resealFor: (note, holders) => {
      const key = contentKey(note);
      if (key === null || unlock(key, note.id, note.sealed.body) === null) return null;
      return {
        ...note,
        sealed: { ...note.sealed, keys: holders.map((holder) => wrap(key, holder, note.id)) },
      };
    },
  };
}

/** Seals a note so that each of the holders can open it, and no one else; there is one holder at least (R25). */
export function sealFor(holders: readonly Holder[], { id, text: words, triage }: Note): SealedNote {
  const key = randomBytes(KEY_BYTES);
  const plain = Buffer.from(JSON.stringify({ text: words, triage }));
  const padded = Buffer.alloc(Math.ceil(plain.length / BODY_BYTES) * BODY_BYTES, ' ');
  plain.copy(padded);
  const sealed: SealedNote = {
    version: 1,
    keys: holders.map((holder) => wrap(key, holder, id)),
    body: lock(key, id, padded),
  };
  for (const bytes of [key, plain, padded]) bytes.fill(0);
  return sealed;
}

function readBody(id: string, bytes: Buffer): Note | null {
  const read = readJsonAs(body, bytes.toString());
  return read && { id, ...read };
}

const body = v.object({ text: v.string(), triage: sortedAs } satisfies Fields<Omit<Note, 'id'>>);

function wrap(key: Buffer, { publicKey: to, salt, hint }: Holder, id: string): WrappedKey {
  const once = generateKeyPairSync('x25519');
  const from = publicOf(once.privateKey);
  return { to, salt, hint, from, key: lock(sharedKey(once.privateKey, to, { from, to }), id, key) };
}

function unwrap(
  { to, from, key }: WrappedKey,
  { own, id }: { readonly own: KeyObject; readonly id: string },
): Buffer | null {
  return unlock(sharedKey(own, from, { from, to }), id, key);
}

function sharedKey(
  own: KeyObject,
  other: string,
  { from, to }: Pick<WrappedKey, 'from' | 'to'>,
): Buffer {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: other },
    format: 'jwk',
  });
  const shared = diffieHellman({ privateKey: own, publicKey });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.from(`${from}.${to}`), ABOUT, KEY_BYTES));
}

function lock(key: Buffer, id: string, bytes: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${ABOUT} ${id}`));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function unlock(key: Buffer, id: string, locked: string): Buffer | null {
  const bytes = Buffer.from(locked, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(
    Buffer.from(`${ABOUT} ${id}`),
  );
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    return null;
  }
}

function privateKeyOf(words: string, salt: string, cost: ScryptOptions): Promise<KeyObject> {
  return new Promise((resolve, reject) => {
    scrypt(words, `wholeclass safeguarding ${salt}`, KEY_BYTES, cost, (error, bytes) => {
      if (error) return reject(error);
      const key = Buffer.concat([PKCS8, bytes]);
      resolve(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
      for (const secret of [bytes, key]) secret.fill(0);
    });
  });
}

function publicOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'jwk' }).x ?? '';
}

function hintOf(words: string, salt: string): string {
  return createHash('sha256').update(`${salt} ${words}`).digest('hex').slice(0, HINT_DIGITS);
}
