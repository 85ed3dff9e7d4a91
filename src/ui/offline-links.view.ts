/** What stands beside links that need the internet while this device has none. */
export type OfflineWords = {
  /** On the card of a link. */
  readonly card: string;
  /** Below a link in the teacher’s notes. */
  readonly note: string;
};

/** For a class. */
export const OFFLINE_FOR_CLASS: OfflineWords = {
  card: 'No internet just now: we’ll come back to this.',
  note: '',
};

/** For a teacher; the card is the class’s all the same. */
export const OFFLINE_FOR_TEACHER: OfflineWords = {
  card: OFFLINE_FOR_CLASS.card,
  note: 'You’re offline, so it won’t open now. Say what it shows, or go on with Next and come back to it later.',
};

const MARK = 'link-offline';

/** Shows these words at every such link, as long as the device is offline, and takes them away once it is back. */
export function watchOffline({ card, note }: OfflineWords): void {
  function update(): void {
    for (const link of document.querySelectorAll('.link-card, .link-note')) {
      const shown = link.querySelector(`.${MARK}`);
      const words = link.classList.contains('link-note') ? note : card;
      if (navigator.onLine || words === '') shown?.remove();
      else if (shown === null) link.append(notice(words));
    }
  }
  // A slide or the notes of another may be drawn at any time.
  new MutationObserver(update).observe(document.body, { childList: true, subtree: true });
  addEventListener('online', update);
  addEventListener('offline', update);
  update();
}

function notice(words: string): HTMLElement {
  const one = document.createElement('span');
  one.className = MARK;
  one.textContent = words;
  return one;
}
