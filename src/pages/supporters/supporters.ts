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
  posterSizes,
  type PictureSize,
  type Signed,
} from '../../outputs/supporters/post-picture.ts';
import { postSvg } from '../../outputs/supporters/post-svg.ts';
import { readSignpost } from '../../text/signpost.ts';
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

for (const hidden of document.querySelectorAll<HTMLElement>(
  '[data-copy], #ics, #csv, #details, #poster',
)) {
  hidden.hidden = false;
}
for (const link of document.querySelectorAll('[data-size]')) link.setAttribute('role', 'button');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void saveAll(details(), new Date().toISOString());
});
form?.addEventListener('input', (event) => {
  if (filledIn !== null) filledIn.value = 'yes';
  if (event.target instanceof HTMLInputElement) followSignpost(event.target);
  if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
    void chooseLogo(event.target);
  } else show();
});
document.querySelector('#poster')?.addEventListener('input', showPoster);
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

/** The address of a page of this site as people say it; null where not everyone can open it. */
function pageHere(page: string): string | null {
  const { protocol, host, pathname } = new URL(`../${page}`, location.href);
  return protocol === 'https:' ? `${host}${pathname}` : null;
}

/** Begins with the page for parents of the site that this page is on, where anyone can open it. */
function ownAddress(): void {
  const [field, choice] = [addressField(), form?.querySelector<HTMLElement>('#kit-signpost')];
  const parents = pageHere('parents');
  if (!field || !choice || parents === null) return;
  choice.hidden = false;
  if (field.value !== '' || filledIn?.value !== '') return;
  field.value = parents;
  show();
}

function addressField(): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>('#kit-address') ?? null;
}

/** A page of this site that is chosen fills its address in; an address that is typed is a page of one’s own. */
function followSignpost(changed: HTMLInputElement): void {
  const field = addressField();
  if (field === null) return;
  if (changed === field) {
    const own = form?.querySelector<HTMLInputElement>('[name="signpost"][value="own"]');
    if (own) own.checked = true;
  } else if (changed.name === 'signpost') {
    field.value = changed.value === 'own' ? '' : (pageHere(changed.value) ?? '');
    if (changed.value === 'own') field.focus();
  }
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
  // No step for young people needs a phone or a code (TEACHING 0.13).
  const hasCode = address !== '' && readSignpost(address)?.shown !== pageHere('comebacks');
  return { name, address, hasCode, hasLogo: logo !== null };
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
  showPoster();
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

/** The post and the paper that are chosen for a poster. */
function poster(): { readonly post: Post; readonly size: (typeof posterSizes)[number] } | null {
  const id = document.querySelector<HTMLSelectElement>('#poster-post')?.value;
  const paper = document.querySelector<HTMLInputElement>('[name="poster-paper"]:checked')?.value;
  const post = posts.find((one) => one.id === id);
  const size = posterSizes.find((one) => one.id === paper);
  return post === undefined || size === undefined ? null : { post, size };
}

function showPoster(): void {
  const place = document.querySelector<HTMLElement>('[data-poster]');
  const chosen = poster();
  if (place === null || chosen === null) return;
  const { post, size } = chosen;
  place.dataset['poster'] = size.id;
  place.innerHTML = String(
    postSvg(drawPost(post.picture, size, signed()), size, {
      alt: post.picture.alt,
      logo: logo?.data ?? '',
    }),
  );
}

/** The poster alone is printed, on its own paper; the system’s own window saves it as a PDF as well. */
function printPoster(): void {
  const whole = document.documentElement;
  const chosen = poster();
  if (chosen === null) return;
  whole.dataset['printing'] = chosen.size.id;
  addEventListener('afterprint', () => delete whole.dataset['printing'], { once: true });
  print();
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
      ? event.target.closest<HTMLElement>(
          '[data-copy], [data-size], #ics, #csv, #poster-print, #poster-save',
        )
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
  if (target.id === 'poster-print') return printPoster();
  if (target.id === 'poster-save') {
    const chosen = poster();
    return chosen === null ? undefined : savePicture(chosen.post, chosen.size);
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
  announce('The picture goes to your downloads.');
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
    const [{ kitZip }, { filmForKit }] = await Promise.all([
      import('./kit-zip.ts'),
      import('./film-files.ts'),
    ]);
    const film = await filmForKit();
    const zip = await kitZip(
      { details: now, stamp, paint, film },
      (done) => (progress.value = done),
    );
    offerFile('supporters-kit.zip', zip);
    announce('supporters-kit.zip goes to your downloads. Unpack it, then open “read-me-first”.');
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
