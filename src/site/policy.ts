import { MY_LESSON } from '../text/my-lesson.ts';
import { namesOf } from '../text/own.ts';

/** What one page may more than others: a style that it has in it, by its hash (`sha256-…`), a film that was chosen on this laptop, and pictures of lessons that are written here. */
export type PageMay = {
  readonly style?: string;
  readonly chosenFilm?: boolean;
  readonly ownPictures?: boolean;
  /** True where a camera may read cards. */
  readonly camera?: boolean;
};

/** What a page may run and load, and from where: nothing from elsewhere. Every policy there is comes from this one table. */
const SOURCES = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'media-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a page cannot say of itself: who frames it is for the header alone. */
const HEADER_ONLY: readonly string[] = ['frame-ancestors'];
/** What a page that was opened by double-click never does: there is no one to ask, and nothing to install. */
const OF_NETWORK: readonly string[] = [
  'connect-src',
  'manifest-src',
  'worker-src',
  'frame-ancestors',
];
/** A film that was chosen on this laptop, and a picture that a browser has of a lesson. */
const CHOSEN_FILM = 'blob:';
const OWN_PICTURES = 'blob:';

/** What a page may run and load, as the server's header says it. */
export function safePolicy({
  style,
  chosenFilm = false,
  ownPictures = false,
}: PageMay = {}): string {
  return write({
    'style-src': style === undefined ? [] : [`'${style}'`],
    'img-src': ownPictures ? [OWN_PICTURES] : [],
    'media-src': chosenFilm ? [CHOSEN_FILM] : [],
  });
}

/** What the page at a path of the site (`board/x/index.html`) may more than others. */
export function pageMay(path: string): PageMay {
  return {
    chosenFilm: /^(?:board|present|film)\//.test(path),
    ownPictures:
      path.startsWith('edit/') || path.includes(`/${MY_LESSON}/`) || path === 'print/index.html',
    camera: path.startsWith('present/'),
  };
}

/** The same policy as a page says it of itself, in its head: where no one can set a header. */
export function pagePolicy(may: PageMay): string {
  return safePolicy(may)
    .split('; ')
    .filter((rule) => !HEADER_ONLY.some((name) => rule.startsWith(`${name} `)))
    .join('; ');
}

/** The policy of a page at a path of the site, in a folder that is opened by double-click: its own files, and not even a request to a network by mistake. */
export function folderPolicy(path: string): string {
  const may: More = {
    'media-src': [CHOSEN_FILM],
    'img-src': pageMay(path).ownPictures === true ? [OWN_PICTURES] : [],
  };
  return namesOf(SOURCES)
    .filter((name) => !OF_NETWORK.includes(name))
    .map((name) => [name, ...SOURCES[name].map(fromFile), ...(may[name] ?? [])].join(' '))
    .join('; ');
}

function fromFile(source: string): string {
  return source === "'self'" ? 'file:' : source;
}

/** A page that says its policy itself, before anything else in it is read, and that tells no other host where a reader came from. */
export function withPolicy(page: string, policy: string): string {
  const mark = /<meta charset="utf-8" \/>\n?/.exec(page)?.[0];
  if (mark === undefined) {
    throw new Error(
      'Cannot write a page: it has no <meta charset="utf-8" />, which its policy goes after',
    );
  }
  const metas = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="referrer" content="no-referrer" />',
  ];
  return page.replace(mark, () => `${mark}${metas.map((meta) => `    ${meta}\n`).join('')}`);
}

type More = Readonly<Partial<Record<keyof typeof SOURCES, readonly string[]>>>;

function write(more: More): string {
  return namesOf(SOURCES)
    .map((name) => [name, ...SOURCES[name], ...(more[name] ?? [])].join(' '))
    .join('; ');
}

/** A drawing that is opened by itself is a document: it runs nothing, even what lies here. */
export const DRAWING_POLICY = `${safePolicy()}; sandbox`;

/** What no page of ours ever asks for, and none may. Full screen, the clipboard, a second screen and a screen that stays awake are what pages need. */
const REFUSED_FEATURES = [
  'microphone',
  'geolocation',
  'display-capture',
  'payment',
  'usb',
  'serial',
  'hid',
  'midi',
] as const;

/** Which of a browser's features a page may ask for: the camera on the presenter's page, to read cards, and no other. */
export function featurePolicy({ camera = false }: Pick<PageMay, 'camera'>): string {
  const refused = REFUSED_FEATURES.map((feature) => `${feature}=()`);
  return [`camera=${camera ? '(self)' : '()'}`, ...refused].join(', ');
}

/** What every page and file carries, wherever it is served: nothing from elsewhere runs, loads or frames. */
export const SAFE_HEADERS = {
  'content-security-policy': safePolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'permissions-policy': featurePolicy({}),
} as const;
