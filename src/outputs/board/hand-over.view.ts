import { MIN_PROTOCOL, PROTOCOL } from '../../text/protocol-version.ts';
import { channelName } from './board-link.ts';
import { channelLink } from './links.view.ts';

/** A lesson’s file for another window of this browser, as JSON, and the files of its own that it needs, pictures and captions, by their paths under `media/`. */
export type SentFile = { readonly json: string; readonly files: ReadonlyMap<string, Blob> };

type Asks = { readonly type: 'ask' };
type Hands = { readonly type: 'lesson' } & SentFile;

/** How long after it has asked in vain a board asks again, in ms: its presenter may not be there yet. */
const RETRY_MS = 500;

/** The deck of a lesson that lies in no file of the site, handed to each board that asks, and to those that are there now; `make` makes it, null where it cannot. Notes are no part of it. */
export function handOverDeck(
  { slug, site }: LessonWindow,
  make: () => Promise<SentFile | null>,
): void {
  const { send, listen } = linkOf<Hands>(slug, site);
  const hand = async () => {
    const deck = await make();
    if (deck !== null) send({ type: 'lesson', ...deck, v: PROTOCOL });
  };
  listen((message) => void (isOf(message, 'ask') && hand()));
  void hand();
}

/** Asks a presenter’s window for the deck of its lesson until it has come; `take` gets it, and each that comes later. */
export function askForDeck({ slug, site }: LessonWindow, take: (deck: SentFile) => void): void {
  const { send, listen } = linkOf<Asks>(slug, site);
  const ask = () => send({ type: 'ask', v: PROTOCOL });
  const asking = setInterval(ask, RETRY_MS);
  ask();
  listen((message) => {
    if (!isOf(message, 'lesson') || !isDeck(message)) return;
    clearInterval(asking);
    take(message);
  });
}

/** A lesson by its slug, and the path of the site. */
type LessonWindow = { readonly slug: string; readonly site: string };

function linkOf<Out>(slug: string, site: string) {
  return channelLink<Out & { readonly v: number }>(`${channelName(slug, site)}:lesson`);
}

function isOf(message: unknown, type: string): message is { readonly type: string } {
  const { type: is, v }: { readonly type?: unknown; readonly v?: unknown } = Object(message);
  return is === type && Number(v) >= MIN_PROTOCOL && Number(v) <= PROTOCOL;
}

// The board’s page has no schemas (decision 064).
function isDeck(message: object): message is SentFile {
  const { json, files }: { readonly json?: unknown; readonly files?: unknown } = Object(message);
  return typeof json === 'string' && files instanceof Map;
}
