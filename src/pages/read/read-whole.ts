import {
  channelName,
  type BoardState,
  type FromBoard,
  type ToBoard,
} from '../../outputs/board/board-link.ts';
import { deckSchema } from '../../outputs/board/deck-schema.ts';
import { deckCares, type Deck } from '../../outputs/board/deck.ts';
import { lessonChangeSchema } from '../../outputs/board/lesson-change-schema.ts';
import { toBoardReader } from '../../outputs/board/link-schema.ts';
import { boardViewSchema } from '../../room/protocol.ts';
import { readAs } from '../../text/schema.ts';
import { followLesson } from '../../outputs/board/follow-lesson.view.ts';
import { channelLink } from '../../outputs/board/links.view.ts';
import { versionedLink, versionedReader } from '../../outputs/board/versioned-link.ts';
import { nameWhole } from '../../outputs/board/todays-deck.view.ts';
import { readingOf, type Reading, type ReadingPlace } from '../../outputs/reading/reading.ts';
import { namesToday } from '../../lesson/today.view.ts';
import type { Reader } from './reader.ts';

/** Where this page lies in its site. */
const ROOT = '../../';

/** The whole lesson, for staff: it follows the board of this browser, and the lesson's file, and has no notes. */
export function readWhole(made: Deck, changed: () => void): Reader {
  const site = new URL(ROOT, location.href).pathname;
  const named = (deck: Deck) => nameWhole(deck, namesToday({ slug: deck.slug, site }, deck.names));
  let deck = named(made);
  let at: BoardState | null = null;
  let isOld = false;

  versionedLink<FromBoard, ToBoard>(
    channelLink(channelName(deck.slug, site)),
    versionedReader(toBoardReader(boardViewSchema), other),
  ).listen((message) => {
    if (message.type !== 'state' || JSON.stringify(message.state) === JSON.stringify(at)) return;
    at = message.state;
    changed();
  });

  const meta = (name: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="wholeclass-${name}"]`)?.content ?? '';
  if (meta('room') === 'server' && meta('lesson') !== '') {
    const lesson = {
      slug: deck.slug,
      root: ROOT,
      stamp: meta('lesson'),
      readDeck: versionedReader((value) => readAs(deckSchema, value), other),
      readChange: versionedReader((value) => readAs(lessonChangeSchema, value), other),
    };
    followLesson(lesson, { deck: take });
  }

  function other(isNewer: boolean): void {
    if (!isNewer || isOld) return;
    isOld = true;
    changed();
  }

  function take(next: Deck): void {
    deck = named(next);
    changed();
  }

  // A subject without help has none here either.
  function readingAt(place: ReadingPlace): Reading {
    const hasHelp = deckCares(deck, 'help slide');
    return { ...readingOf(deck, place), ...(!hasHelp && { help: 'none' }) };
  }

  return {
    page() {
      const place = {
        slide: at?.slide ?? null,
        cover: at?.cover ?? 'none',
        poll: at?.room?.poll ?? null,
      } as const;
      return {
        place: isOld ? { at: 'old' } : { at: 'reading', reading: readingAt(place) },
        away: false,
        staff: true,
        hasBoard: at !== null,
      };
    },
    join: () => undefined,
    leave: () => undefined,
  };
}
