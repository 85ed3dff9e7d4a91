import { isInFolder } from '../../text/site-file.view.ts';
import { copyLink, shareable, shareFile, whoSees } from '../../ui/share-file.view.ts';
import { isLoopback } from '../../text/loopback.ts';
import { wording } from '../../ui/wording.view.ts';
import { fetchFile, whyNot } from './fetch-file.view.ts';

/** Makes “Copy link” and, where the system has ways to share, “Share…” work on the page of a lesson. Neither is there in a folder, which has no address. */
export function startShare(): void {
  const [copy, share] = [button('[data-copy-link]'), button('[data-share]')];
  const status = document.querySelector('[data-take-words]');
  if (copy === null || share === null || status === null || isInFolder()) return;
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  const say = (words: string) => (status.textContent = words);
  const link = new URL('.', location.href);
  const name = share.dataset['share'] ?? '';

  async function send(): Promise<void> {
    try {
      const text = await fetchFile(`./${name}`, { outOfReach: OUT_OF_REACH });
      const file = shareable(new File([...text], name));
      if (file === null || !(await shareFile(file))) say(REFUSED);
    } catch (error) {
      say(whyNot(error));
    }
  }

  copy.hidden = false;
  copy.addEventListener('click', () => {
    void copyLink(link).then((words) => say(`${words} ${whoSees(link, { isServed })}`));
  });
  share.hidden = shareable(new File([''], name)) === null;
  share.addEventListener('click', () => void send());
}

/** Makes “Page for parents: copy link” work: the link leads to the school’s site for home, where it named one, or else to the page beside this one, where that has an address that anyone may open. */
export function startParentsLink(): void {
  const copy = button('[data-copy-parents]');
  const status = document.querySelector('[data-take-words]');
  if (copy === null || status === null || isInFolder()) return;
  copy.hidden = false;
  copy.addEventListener('click', () => {
    void copyParents(copy.dataset['copyParents'] ?? '').then(
      (words) => (status.textContent = wording(words)),
    );
  });
}

// In the press itself, though the school is still to be read.
async function copyParents(path: string): Promise<string> {
  const link = parentsLink(path);
  const url = link.then((one) => one?.url ?? Promise.reject(new Error('There is no such page')));
  try {
    const words = await copyLink(url);
    return `${words} ${(await link)?.isPublic === true ? PARENTS_SEE : BESIDE}`;
  } catch {
    return NO_SITE;
  }
}

/** A link for parents: to the public site that the school named, or into the site of this page, which is staff’s. */
type ParentsLink = { readonly url: URL; readonly isPublic: boolean };

async function parentsLink(path: string): Promise<ParentsLink | null> {
  const [{ openSchoolHere }, { homePageOf }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('../../school/home-site.ts'),
  ]);
  const { school } = await openSchoolHere('../../').read();
  const named = homePageOf(school, path);
  if (named !== null) return { url: new URL(named.href), isPublic: true };
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
  return isServed || isLoopback(location.hostname)
    ? null
    : { url: new URL(`../../${path}`, location.href), isPublic: false };
}

const PARENTS_SEE =
  'Parents and carers can open it, and it has nothing of your notes. Open it once before you send it: your public site has the lessons that it was built with.';
const BESIDE =
  'It is on this site: parents who open it can find your plans and notes too. A public site has neither.';
const NO_SITE =
  'Parents cannot open this computer’s pages. Put the address of your public site into “{Your school}”, then copy again.';

function button(selector: string): HTMLButtonElement | null {
  return document.querySelector<HTMLButtonElement>(selector);
}

const OUT_OF_REACH = 'The lesson could not be fetched. Check that Wholeclass is still running.';
const REFUSED = 'This browser could not share it. Take its text away instead, and send that.';
