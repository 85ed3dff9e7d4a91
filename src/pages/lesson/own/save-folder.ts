import type { MyLessonHere } from '../../../edit/my-lesson-here.view.ts';
import { savedWithout } from '../../../edit/lesson-pictures.ts';
import { isInFolder } from '../../../text/site-file.view.ts';
import { offerFile } from '../../../ui/offer-file.view.ts';
import type { NoFolder } from './make-folder.ts';

/** Makes “Save as folder” work on the page of a lesson of one’s own: this page puts it together. */
export function startSaveOwnFolder(mine: MyLessonHere, root: string): void {
  const box = document.querySelector<HTMLElement>('[data-save-folder]');
  const button = box?.querySelector('button');
  const status = box?.querySelector('[role="status"]');
  if (!box || !button || !status) return;
  const say = (words: string) => (status.textContent = words);
  let isBusy = false;

  async function save(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    say('Getting it ready…');
    const made = await import('./make-folder.ts')
      .then(({ makeOwnFolder }) => makeOwnFolder(mine, root))
      .catch((): NoFolder => 'away');
    if (typeof made === 'string') {
      say(WHY[made]);
    } else {
      offerFile(made.name, made.zip);
      const left = [savedWithout(made.missing), made.film === 'not in it' ? NO_FILM : ''];
      say([`${made.name} is in your downloads. ${UNPACK}`, ...left].join(' ').trim());
    }
    isBusy = false;
  }

  box.hidden = false;
  button.addEventListener('click', () => void save());
}

const UNPACK = 'Unpack it first (right mouse button, “Extract all”), then open “Open me” in it.';
const NO_FILM = 'Its film isn’t in it: choose the film on the laptop when the lesson starts.';

const WHY: Readonly<Record<NoFolder, string>> = {
  get away() {
    return isInFolder()
      ? 'The folder could not be made. Try again.'
      : 'The folder’s pages could not be fetched. Check the connection, then press the button again.';
  },
  'not here':
    'What a folder is made of isn’t here: this was built by an older Wholeclass. “Save a copy” takes the lesson to another.',
  'no lesson': 'The lesson could not be read. Load the page again.',
};
