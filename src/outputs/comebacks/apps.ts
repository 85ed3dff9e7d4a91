import { html, type Html } from '../../text/html.ts';
import { palette, type Colour } from '../../ui/palette.ts';

/** A circle of an icon, in a square whose side is 100. */
type Dot = { readonly x: number; readonly y: number; readonly r: number; readonly fill: Colour };

/** What “Comebacks” may be called and look like on a phone’s first screen: a name and a drawing that say nothing of it (M26), and are no other app’s. */
export type App = {
  readonly id: 'dots' | 'hills' | 'petals';
  readonly name: string;
  readonly ground: Colour;
  readonly dots: readonly Dot[];
};

const NINE = [30, 50, 70];

/** The three to choose from; the first is what a browser offers by itself. */
export const apps: readonly App[] = [
  {
    id: 'dots',
    name: 'Nine dots',
    ground: 'teal-tint',
    dots: NINE.flatMap((y) => NINE.map((x) => ({ x, y, r: 7, fill: 'teal' as const }))),
  },
  {
    id: 'hills',
    name: 'Two hills',
    ground: 'plum-tint',
    dots: [
      { x: 74, y: 112, r: 56, fill: 'plum' },
      { x: 24, y: 112, r: 50, fill: 'teal-deep' },
    ],
  },
  {
    id: 'petals',
    name: 'Four petals',
    ground: 'sun',
    dots: [
      ...[37, 63].flatMap((y) => [37, 63].map((x) => ({ x, y, r: 14, fill: 'plum' as const }))),
      { x: 50, y: 50, r: 7, fill: 'sun' },
    ],
  },
];

/** A file of an icon: its side in px, and whether the phone cuts it to a shape of its own, so that its ground goes to the edge. */
export type IconFile = { readonly side: number; readonly purpose: 'any' | 'maskable' };

/** What browsers ask for; the last is for Apple’s, which cut it themselves. */
export const iconFiles: readonly IconFile[] = [
  { side: 192, purpose: 'any' },
  { side: 512, purpose: 'any' },
  { side: 512, purpose: 'maskable' },
  { side: 180, purpose: 'maskable' },
];

/** How round the corners of an icon’s ground are that no phone cuts, of 100. */
export const ICON_ROUND = 22;

/** The name of an icon’s file in the folder of “Comebacks”. */
export function iconName({ id }: App, { side, purpose }: IconFile): string {
  return `${id}-${side}${purpose === 'maskable' ? '-whole' : ''}.png`;
}

/** The name of an app’s manifest there. */
export function manifestName({ id }: App): string {
  return id === apps[0]?.id ? 'app.webmanifest' : `app-${id}.webmanifest`;
}

/** Every file of the apps, from the site’s root. */
export const appPaths: readonly string[] = apps.flatMap((app) =>
  [manifestName(app), ...iconFiles.map((file) => iconName(app, file))].map(
    (name) => `comebacks/${name}`,
  ),
);

/** Nine dots as a picture that says nothing, 512 px wide, from the site’s root. */
export const quietIcon: string = appPaths.find((path) => path.endsWith('-512.png')) ?? '';

/** What a browser reads of an app; `site` is the path of the site’s root where that is known, `/us/`. */
export function appManifest(app: App, site: string): object {
  return {
    // Each look is an app of its own: none is turned into another when a page is opened.
    id: `${site}comebacks/${app.id}`,
    name: app.name,
    short_name: app.name,
    description: 'Words to send, and people to talk to. It opens without a network, too.',
    lang: 'en-GB',
    dir: 'ltr',
    start_url: './',
    scope: '../',
    display: 'standalone',
    background_color: palette.paper,
    theme_color: palette.paper,
    icons: iconFiles
      .filter(({ side }) => side >= 192)
      .map((file) => ({
        src: `./${iconName(app, file)}`,
        sizes: `${file.side}x${file.side}`,
        type: 'image/png',
        purpose: file.purpose,
      })),
  };
}

/** What a page says in its head of the app that it can be added as. */
export function appHead(app: App): Html {
  const apple = iconFiles.find(({ side }) => side === 180);
  return html`<link rel="manifest" href="./${manifestName(app)}"><meta name="apple-mobile-web-app-title" content="${app.name}">${apple === undefined ? '' : html`<link rel="apple-touch-icon" href="./${iconName(app, apple)}">`}`;
}

/** An app’s icon as a page draws it. */
export function appIcon({ id, ground, dots }: App): Html {
  const circle = ({ x, y, r, fill }: Dot) =>
    html`<circle cx="${x}" cy="${y}" r="${r}" fill="${palette[fill]}"/>`;
  return html`<svg class="app__icon" viewBox="0 0 100 100" aria-hidden="true"><clipPath id="app-${id}"><rect width="100" height="100" rx="${ICON_ROUND}"/></clipPath><g clip-path="url(#app-${id})"><rect width="100" height="100" fill="${palette[ground]}"/>${dots.map(circle)}</g></svg>`;
}
