import { openProof, type ProofAsked } from './sign-in-proof.ts';

const AWAY = 'Wholeclass didn’t answer. Try again in a moment.';
/** Numbers that are tried before the page may draw again: some twentieths of a second. */
const TRIES = 50_000;

type Refusal = { readonly message: string; readonly asked: ProofAsked | null };

/** Sends a key to be checked; resolves to why it was refused, or null. While many wrong keys are tried, it does the work that the program asks for, and announces why it takes longer. */
export async function sendKey(
  address: URL,
  key: string,
  announce: (words: string) => void,
): Promise<string | null> {
  const refusal = await send(address, { key });
  if (refusal === null || refusal.asked === null) return refusal?.message ?? null;
  announce(refusal.message);
  const again = await send(address, { key, proof: await prove(refusal.asked, key) });
  return again?.message ?? null;
}

async function prove(asked: ProofAsked, key: string) {
  const tryMore = openProof(asked, key);
  for (;;) {
    const proof = tryMore(TRIES);
    if (proof !== null) return proof;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function send(address: URL, body: unknown): Promise<Refusal | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? null : parseRefusal(await response.json());
  } catch {
    return { message: AWAY, asked: null };
  }
}

function parseRefusal(body: unknown): Refusal {
  const { error, proof } = isFields(body) ? body : {};
  const message = isFields(error) && typeof error['message'] === 'string' ? error['message'] : AWAY;
  if (!isFields(proof)) return { message, asked: null };
  const { challenge, bits } = proof;
  return {
    message,
    asked: typeof challenge === 'string' && typeof bits === 'number' ? { challenge, bits } : null,
  };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
