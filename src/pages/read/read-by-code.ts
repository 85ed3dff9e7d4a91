import { readCode } from '../../room/code.ts';
import { followCode } from './follow-code.ts';
import type { Page, Place, Reader } from './reader.ts';
import { hasSeat, type Saved } from './stage.view.ts';

/** Reads along in a room, through the pupils' door. Only this tab keeps the code, until the reader leaves or the lesson is over (R10). */
export function readByCode(saved: Saved, changed: () => void): Reader {
  const root = new URL('../api/', location.href).href;
  let place: Place = { at: 'door', trouble: null };
  let away = false;
  let stop: () => void = () => undefined;

  function become(next: Place): void {
    place = next;
    away = false;
    if (
      next.at === 'finished' ||
      next.at === 'left' ||
      (next.at === 'door' && next.trouble === 'reset')
    ) {
      saved.clear();
    }
    changed();
  }

  // The same help as while it ran.
  function finished(): Place {
    const help = place.at === 'reading' ? place.reading.help : undefined;
    return { at: 'finished', ...(help && { help }) };
  }

  function follow(code: string): void {
    stop();
    saved.write({ code });
    become({ at: 'coming' });
    stop = followCode(root, code, {
      view: (view) =>
        become(view.state === 'finished' ? finished() : { at: 'reading', reading: view }),
      lost() {
        away = true;
        changed();
      },
      over(how) {
        if (how === 'reset') become({ at: 'door', trouble: 'reset' });
        else {
          become(place.at === 'reading' ? finished() : { at: 'door', trouble: 'no-room' });
        }
      },
    });
  }

  function join(typed: string): void {
    const code = readCode(typed);
    if (code === null) become({ at: 'door', trouble: 'code' });
    else follow(code);
  }

  const given = new URL(location.href).searchParams.get('code') ?? saved.read()['code'];
  // The address must not show the room's code to the next person with the tablet.
  if (location.search !== '') history.replaceState(null, '', location.pathname);
  if (typeof given === 'string') setTimeout(() => join(given));
  return {
    page: (): Page => ({ place, away, staff: false, hasBoard: true }),
    join,
    leave() {
      stop();
      become({ at: 'left' });
      // The seat goes too, in the way that the page it belongs to gives it up.
      if (hasSeat()) location.replace('../#leave');
    },
  };
}
