import '../../../ui/page.css';
import '../../../ui/fonts.css';
import '../../../ui/controls.css';
import '../present.css';
import '../start/gates.css';
import '../start/start.css';
import { slugOfDeskKey } from '../../../text/browser-keys.ts';
import { EARLY } from '../start/early-marks.ts';
import { noteEarly } from './note-early.view.ts';

// The first script of the presenter’s page: what a lesson is started with is in the page, so it is shown and takes what is typed and pressed at once. The desk comes after the first frame, and goes on with it.

const root = document.getElementById('present');
const late = document.getElementById('late');
// By the first frame or by the clock, whichever comes first: its sheets lie in the page once, in their order.
let isDeskAsked = false;

// A site of files alone says so, of a lesson with a film.
if (document.querySelector('meta[name="wholeclass-films"]')) {
  void import('../../../film/films-here.view.ts').then((films) => films.leadToFilmHere('../../'));
}

if (root) {
  const isFresh = isStarting();
  // Nothing of a start is drawn, not for a moment, where a lesson goes on or is opened at once.
  if (isFresh) noteEarly(root);
  else root.replaceChildren();
  root.hidden = false;
  if (isFresh && document.visibilityState === 'visible') {
    requestAnimationFrame(() => setTimeout(loadDesk));
  }
  // A window that is not drawn has no frames.
  setTimeout(loadDesk, isFresh ? 1_000 : 0);
}

function loadDesk(): void {
  if (isDeskAsked) return;
  isDeskAsked = true;
  void import('../present.tsx').catch(() => {
    const status = document.querySelector(`[${EARLY}] .start__wait`);
    if (status) status.textContent = 'This page could not be loaded. Load it again.';
    if (late && !status) document.body.prepend(late);
  });
}

/** True where a teacher is about to start a lesson: none runs in this browser, and neither a rehearsal nor a preview is asked for. */
function isStarting(): boolean {
  // An old laptop takes a while to make a pattern; without a question there is nothing to look for.
  const asked = location.search;
  if (asked !== '' && /[?&](?:rehearse|preview)(?![^=&])/.test(asked)) return false;
  const site = new URL('../../', location.href).pathname;
  try {
    return !Object.keys(localStorage).some((key) => slugOfDeskKey(key, site) !== null);
  } catch {
    return true;
  }
}
