import { openSchoolHere } from '../../../school/school-here.view.ts';
import { phoneKey } from '../../../text/browser-keys.ts';
import { SITE } from '../session/lesson-files.view.ts';
import type { Presenter } from '../session/presenter.view.ts';
import type { PhoneDesk, PhonePart } from './phone-line.ts';

/** Nothing of a phone. */
export const NO_PHONE: PhonePart = {
  isOffered: () => false,
  desk: () => null,
  load: () => Promise.resolve(),
};

/** Asks the school once; the rest comes when the teacher asks for it, or where this tab had a phone before it was loaded again. */
export function openPhonePart(presenter: () => Presenter, draw: () => void): PhonePart {
  let isOffered = false;
  let desk: PhoneDesk | null = null;

  async function load(): Promise<void> {
    const { startPhoneDesk } = await import('./phone-desk.view.ts');
    desk ??= startPhoneDesk(presenter(), draw);
    draw();
  }

  void openSchoolHere(SITE)
    .read()
    .then(({ school }) => {
      isOffered = school.phones;
      draw();
    });
  // A phone that waits is not kept waiting by it: one that may not be used any more is refused by the program. In its own turn, when there is a presenter.
  queueMicrotask(() => {
    if (sessionStorage.getItem(phoneKey(presenter().deck.slug)) !== null) void load();
  });
  return { isOffered: () => isOffered, desk: () => desk, load };
}
