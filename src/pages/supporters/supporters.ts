import { copyText } from '../../ui/copy-text.view.ts';
import { offerFile } from '../../ui/offer-file.view.ts';
import { startOffline } from '../../ui/offline.view.ts';
import { showRunningLesson } from '../../ui/running-anywhere.view.ts';
import { EMPTY_SCHOOL } from '../../school/school.ts';
import { calendarFile, scheduleTable } from '../../outputs/supporters/calendar.ts';
import { fill, NO_DETAILS, type Details } from '../../outputs/supporters/details.ts';
import { keyMessages, pieces } from '../../outputs/supporters/pieces.ts';
import { paintPost } from '../../outputs/supporters/paint-post.view.ts';
import {
  drawPost,
  pictureSizes,
  type PictureSize,
  type Signed,
} from '../../outputs/supporters/post-picture.ts';
import { postSvg } from '../../outputs/supporters/post-svg.ts';
import { posts, tooLongFor, type Post } from '../../outputs/supporters/posts.ts';
import { listWords } from '../../text/list-words.ts';

const form = document.querySelector<HTMLFormElement>('#details');
const status = document.querySelector<HTMLElement>('#told');
const zipButton = document.querySelector<HTMLButtonElement>('#zip');
/** Says that someone has filled something in: no one sees this field, and a browser brings it back with the others on “Back”. */
const filledIn = form?.querySelector<HTMLInputElement>('[name="said"]') ?? null;
const progress = document.querySelector<HTMLProgressElement>('#zip-progress');
/** The logo as it was chosen: for the drawings on the page its data, for what is saved the picture. */
let logo: { readonly data: string; readonly image: HTMLImageElement } | null = null;
let isZipping = false;

const texts: ReadonlyMap<string, string> = new Map([
  ...keyMessages.map((line, at) => [`message-${at}`, line] as const),
  ...pieces.map(({ id, text }) => [id, text] as const),
  ...posts.flatMap(({ id, short, long, picture }) => [
    [`${id}-short`, short] as const,
    [`${id}-long`, long] as const,
    [`${id}-alt`, picture.alt] as const,
  ]),
]);

for (const hidden of document.querySelectorAll<HTMLElement>('[data-copy], #ics, #csv, #details')) {
  hidden.hidden = false;
}
for (const link of document.querySelectorAll('[data-size]')) link.setAttribute('role', 'button');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void saveAll(details(), new Date().toISOString());
});
form?.addEventListener('input', (event) => {
  if (filledIn !== null) filledIn.value = 'yes';
  if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
    void chooseLogo(event.target);
  } else show();
});
document.addEventListener('click', (event) => void press(event));
document.addEventListener('keydown', (event) => {
  const isSize = event.target instanceof HTMLElement && event.target.matches('[data-size]');
  if (!isSize || event.key !== ' ') return;
  event.preventDefault();
  event.target.click();
});
// A page that comes back by “Back” has its fields filled in, but not its words.
addEventListener('pageshow', show);
startOffline();
showRunningLesson();
ownAddress();
void followSchool();

/** Begins with the address of the site that this page is on, where anyone can open it. */
function ownAddress(): void {
  const field = form?.querySelector<HTMLInputElement>('#kit-address');
  const { protocol, host, pathname } = new URL('../', location.href);
  if (!field || field.value !== '' || filledIn?.value !== '' || protocol !== 'https:') return;
  field.value = `${host}${pathname}`.replace(/\/$/, '');
  show();
}

/** On a site of files, where pages are made without the school: begins with what someone said on “Your school”, a school or youth work. */
async function followSchool(): Promise<void> {
  if (document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page') {
    return;
  }
  const { openSchoolHere } = await import('../../school/school-here.view.ts');
  const { school } = await openSchoolHere('../').read();
  const choice = form?.querySelector<HTMLInputElement>(
    `[name="setting"][value="${school.setting}"]`,
  );
  // No one has said anything yet, or has chosen here already.
  if (school.saved === EMPTY_SCHOOL.saved || !choice || filledIn?.value !== '') return;
  choice.checked = true;
  show();
}

function details(): Details {
  if (form === null) return NO_DETAILS;
  const data = new FormData(form);
  const word = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: word('name'),
    contact: word('contact'),
    address: word('address'),
    setting: word('setting') === 'school' ? 'school' : 'youth-work',
  };
}

function signed(): Signed {
  const { name, address = '' } = details();
  return { name, address, hasLogo: logo !== null };
}

function show(): void {
  const now = details();
  for (const place of document.querySelectorAll<HTMLElement>('[data-text]')) {
    place.textContent = fill(texts.get(place.dataset['text'] ?? '') ?? '', now);
  }
  for (const count of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const id = count.dataset['count'] ?? '';
    const text = fill(texts.get(id) ?? '', now);
    const tooLong = tooLongFor(text, id.endsWith('-short') ? 'short' : 'long');
    count.textContent = `${[...text].length} characters${tooLong.length === 0 ? '' : `: too long for ${listWords(tooLong)}`}`;
  }
  const [square] = pictureSizes;
  for (const place of document.querySelectorAll<HTMLElement>('[data-picture]')) {
    const post = posts.find(({ id }) => id === place.dataset['picture']);
    if (post === undefined || square === undefined) continue;
    place.innerHTML = String(
      postSvg(drawPost(post.picture, square, signed()), square, {
        alt: post.picture.alt,
        logo: logo?.data ?? '',
      }),
    );
  }
}

async function chooseLogo(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  logo = file === undefined ? null : await readLogo(file);
  announce(
    file !== undefined && logo === null
      ? 'We can’t open that image. Choose a PNG, JPEG, WebP or SVG.'
      : '',
  );
  show();
}

async function readLogo(file: File): Promise<typeof logo> {
  try {
    const data = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () =>
        resolve(typeof reader.result === 'string' ? reader.result : ''),
      );
      reader.addEventListener('error', () => reject(new Error('The file cannot be read')));
      reader.readAsDataURL(file);
    });
    const image = new Image();
    image.src = data;
    await image.decode();
    return image.naturalWidth > 0 ? { data, image } : null;
  } catch {
    return null;
  }
}

async function press(event: Event): Promise<void> {
  const target =
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-copy], [data-size], #ics, #csv')
      : null;
  if (target === null) return;
  const now = details();
  const stamp = new Date().toISOString();
  if (target.dataset['copy'] !== undefined) {
    return copy(fill(texts.get(target.dataset['copy']) ?? '', now));
  }
  if (target.id === 'ics') {
    return offerFile(
      'schedule.ics',
      new Blob([calendarFile(now, stamp)], { type: 'text/calendar' }),
    );
  }
  if (target.id === 'csv') {
    return offerFile('schedule.csv', new Blob([scheduleTable(now)], { type: 'text/csv' }));
  }
  event.preventDefault();
  const post = posts.find(({ id }) => id === target.dataset['of']);
  const size = pictureSizes.find(({ id }) => id === target.dataset['size']);
  if (post !== undefined && size !== undefined) await savePicture(post, size);
}

async function savePicture(post: Post, size: PictureSize): Promise<void> {
  const picture = await paint(post, size);
  if (picture === null) {
    return announce('This browser can’t make the picture. Try another browser.');
  }
  offerFile(`${post.id}-${size.id}.png`, picture);
  announce('The picture is in your downloads.');
}

function paint(post: Post, size: PictureSize): Promise<Blob | null> {
  return paintPost(drawPost(post.picture, size, signed()), size, logo?.image ?? null);
}

async function saveAll(now: Details, stamp: string): Promise<void> {
  if (isZipping || zipButton === null || progress === null) return;
  isZipping = true;
  progress.hidden = false;
  announce('Making the kit…');
  try {
    const { kitZip } = await import('./kit-zip.ts');
    const zip = await kitZip({ details: now, stamp, paint }, (done) => (progress.value = done));
    offerFile('supporters-kit.zip', zip);
    announce('supporters-kit.zip is in your downloads. Unpack it, then open “read-me-first”.');
  } catch {
    announce('The kit could not be made. Load the page again, then press the button again.');
  } finally {
    isZipping = false;
    progress.hidden = true;
  }
}

async function copy(words: string): Promise<void> {
  announce(
    (await copyText(words))
      ? 'Copied.'
      : 'We couldn’t copy it. Select the text and copy it yourself.',
  );
}

function announce(words: string): void {
  if (status !== null) status.textContent = words;
}
