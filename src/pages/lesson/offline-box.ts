import { offlineView, type OfflineState } from '../../outputs/plan/offline-words.ts';
import { bytesOf, type StoredList } from '../../outputs/plan/offline-list.ts';
import { dayAt, dayWords } from '../../text/day.ts';
import { isInFolder } from '../../text/site-file.view.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { canWorkOffline } from '../../ui/offline.view.ts';

const offline = () => import('../../outputs/plan/offline-lessons.view.ts');

/** Makes “Keep for a room without a network” work on a lesson's page of a site of files: nothing is fetched or stored before it is pressed. `root` leads to the site’s root. */
export function startOfflineBox(root: string): void {
  const box = document.querySelector<HTMLElement>('[data-offline]');
  // A folder needs no network, and the program saves a lesson as one.
  if (box === null || isInFolder() || isServedHere()) return;
  const slug = box.dataset['offline'] ?? '';
  const show = viewIn(box);
  if (show === null) return;
  let stopping: AbortController | null = null;

  async function look(): Promise<void> {
    const { fetchOfflineList, isStorageSafe, markSeen, offlineLesson } = await offline();
    const [here, list, isSafe] = await Promise.all([
      offlineLesson(root, slug),
      fetchOfflineList(root, slug),
      isStorageSafe(),
    ]);
    if ('stored' in here) {
      const isNewest = list === null || list.version === here.version;
      if (list !== null && isNewest) await markSeen(root, slug, here);
      const seen = list === null ? seenAt(here) : Date.now();
      show?.({ ...here, is: 'ready', seen, isNewest, isSafe });
    } else if (list !== null || box?.hidden === false) {
      const bytes = bytesOf(list?.files ?? []);
      show?.(
        here.done > 0
          ? { is: 'half', why: 'before', done: here.done, bytes }
          : { is: 'not here', bytes },
      );
    }
  }

  async function fetchIt(): Promise<void> {
    const { isStorageSafe, offlineLesson, storeOffline } = await offline();
    stopping = new AbortController();
    let bytes = 0;
    const report = (done: number, all: number) => {
      bytes = all;
      show?.({ is: 'coming', done, bytes });
    };
    report(0, 0);
    const fetched = await storeOffline({ root, slug, report, signal: stopping.signal });
    stopping = null;
    if (fetched.is === 'ready') {
      const { list, isSafe } = fetched;
      return show?.({ ...list, is: 'ready', seen: seenAt(list), isNewest: true, isSafe });
    }
    if (fetched.is === 'not allowed') return show?.({ is: 'not allowed', why: 'browser' });
    // What was on its way is not here, and an earlier version may be.
    const here = await offlineLesson(root, slug);
    if ('stored' in here) {
      const isSafe = await isStorageSafe();
      const seen = seenAt(here);
      show?.({ ...here, is: 'ready', seen, isNewest: false, isSafe, failed: fetched.is });
    } else if (fetched.is === 'full') {
      show?.({ is: 'full', bytes, left: fetched.left });
    } else {
      show?.({ is: 'half', why: fetched.is, done: here.done, bytes });
    }
  }

  async function stopOrRemove(): Promise<void> {
    if (stopping !== null) return stopping.abort();
    const { removeOffline } = await offline();
    await removeOffline(root, slug);
    await look();
  }

  box.querySelector('[data-main]')?.addEventListener('click', () => void fetchIt());
  box.querySelector('[data-other]')?.addEventListener('click', () => void stopOrRemove());
  if (canWorkOffline()) {
    void look().catch(() => show({ is: 'not allowed', why: 'browser' }));
  } else {
    show({ is: 'not allowed', why: isSecureContext ? 'browser' : 'address' });
  }
}

function seenAt({ seen, stored }: StoredList): number {
  return seen ?? stored;
}

/** Draws a state into the box; its buttons stay the same two elements, and the focus goes to the other where the pressed one is gone. */
function viewIn(box: HTMLElement): ((state: OfflineState) => void) | null {
  const light = box.querySelector<HTMLElement>('.plan-offline__light');
  const about = box.querySelector<HTMLElement>('.plan-offline__about');
  const progress = box.querySelector('progress');
  const main = box.querySelector<HTMLButtonElement>('[data-main]');
  const other = box.querySelector<HTMLButtonElement>('[data-other]');
  if (!light || !about || !progress || !main || !other) return null;
  const label = (button: HTMLButtonElement, words: string | null) => {
    button.hidden = words === null;
    if (words !== null) button.textContent = words;
  };
  return (state) => {
    const [stored, seen] = state.is === 'ready' ? [state.stored, state.seen] : [0, 0];
    const days = { stored: dayWords(dayAt(stored)), seen: dayWords(dayAt(seen)) };
    const view = offlineView(state, { days, now: Date.now() });
    const focused = [main, other].find((button) => button === document.activeElement);
    box.hidden = false;
    box.dataset['state'] = state.is;
    // It is read out only when it changes.
    if (light.textContent !== view.light) light.textContent = view.light;
    about.textContent = view.about;
    progress.hidden = state.is !== 'coming';
    if (state.is === 'coming') progress.value = state.bytes === 0 ? 0 : state.done / state.bytes;
    label(main, view.main);
    label(other, view.other);
    if (focused?.hidden === true) (main.hidden ? other : main).focus();
  };
}
