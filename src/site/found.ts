import type { LinkWords } from '../outputs/home/lesson-link.ts';
import { html, type Html } from '../text/html.ts';
import { quietIcon } from '../outputs/comebacks/apps.ts';
import { UNLISTED } from '../ui/shells.ts';

/** The pages that are there to be found, by their files; but for one of each lesson; all others of a site for everyone stay out of searches. What is said of them is in the words that their readers look for (TEACHING 0.14). */
const FOUND: Readonly<Record<string, LinkWords>> = {
  'index.html': {
    title: 'Pressure online, and who can help',
    description:
      'Pressured to send a private picture? Replies for young people, what parents can do tonight, and who can help. No account, no cookies.',
  },
  'comebacks/index.html': {
    title: 'Comebacks',
    description:
      'Someone wants a picture of you? Replies to send, what to do next, and who to talk to. Nothing to sign up for.',
  },
  'help/index.html': {
    title: 'Help for young people',
    description: 'What to do now and who to talk to, whatever has happened. It is not your fault.',
  },
  'help/adults/index.html': {
    title: 'Help for adults',
    description:
      'What to do when a child is pressured for nudes, threatened, or a picture of them is passed on, and who helps you.',
  },
  'parents/index.html': {
    title: 'For parents and carers',
    description:
      'Sexting, nudes, AI fakes and sextortion, which is blackmail with a private picture: what to do tonight, how to start talking, and who to ring.',
  },
  'supporters/index.html': {
    title: 'For supporters',
    description:
      'Posts, pictures and words to spread, for youth clubs, places of worship, libraries and schools: no pressure for private pictures, and help for anyone who needs it.',
  },
};

/** A picture that a link shows in a chat, its size, and what it shows. */
type Card = {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

const CARD: Card = {
  path: 'supporters/pictures/pressure-wide.png',
  width: 1200,
  height: 630,
  alt: '“Pressure is the problem.” A triangle says it to a round figure. Below: Childline 0800 1111. In danger? Call 999.',
};

/** Nine dots, which say nothing: a link that a young person sends on, or one about another subject. */
const QUIET_CARD: Card = {
  path: quietIcon,
  width: 512,
  height: 512,
  alt: 'Nine dots.',
};

const QUIET: readonly string[] = ['comebacks/index.html'];

/** Where a site will lie, `https://help.example.org/`, null where no one has said; and whether its pictures are PNGs, which alone a chat shows. */
export type Where = {
  readonly address: string | null;
  readonly pictures?: 'svg' | 'png' | undefined;
};

/** A page of a site: where it lies, what a link to it says, where it is one of each lesson, and which page a search is to find in its place. */
type Placed = {
  readonly path: string;
  readonly link?: LinkWords | undefined;
  readonly canonical?: string | undefined;
};

/** A page that is there to be found, with what is said of it in place of what keeps it out of searches; any other as it is. */
export function asFound(
  page: string,
  { path, link, canonical = path }: Placed,
  where: Where,
): string {
  const described = link ?? (Object.hasOwn(FOUND, path) ? FOUND[path] : undefined);
  return described === undefined
    ? page
    : page.replace(UNLISTED, () => String(tags(described, { path, canonical }, where)));
}

/** A page that stays out of searches, with what a link to it says in a chat. */
export function asLinked(page: string, link: LinkWords): string {
  return page.replace(UNLISTED, (unlisted) => `${unlisted}\n    ${words(link)}`);
}

function words({ title, description }: LinkWords): Html {
  return html`<meta name="description" content="${description}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Wholeclass" />
    <meta property="og:locale" content="en_GB" />`;
}

function tags(
  described: LinkWords,
  { path, canonical }: Placed & { readonly canonical: string },
  { address, pictures }: Where,
): Html {
  const whole =
    address === null
      ? ''
      : html`
    <link rel="canonical" href="${addressOf(canonical, address)}" />
    <meta property="og:url" content="${addressOf(canonical, address)}" />`;
  const isQuiet = QUIET.includes(path) || described.isQuiet === true;
  const card = isQuiet ? QUIET_CARD : pictures === 'png' ? CARD : null;
  return html`${words(described)}${whole}${address === null || card === null ? '' : cardTags(card, address)}`;
}

function cardTags({ path, width, height, alt }: Card, address: string): Html {
  return html`
    <meta property="og:image" content="${new URL(path, address).href}" />
    <meta property="og:image:width" content="${width}" />
    <meta property="og:image:height" content="${height}" />
    <meta property="og:image:alt" content="${alt}" />
    <meta name="twitter:card" content="${width > height ? 'summary_large_image' : 'summary'}" />`;
}

const SITEMAP = 'sitemap.xml';

/** What leads a search to those pages and to no other, those of lessons by their paths, for a site at an address (sitemaps.org, RFC 9309). */
export function searchFiles(
  address: string,
  ofLessons: readonly string[] = [],
): readonly { readonly path: string; readonly text: string }[] {
  const places = [...Object.keys(FOUND), ...ofLessons].map(
    (path) => html`  <url><loc>${addressOf(path, address)}</loc></url>\n`,
  );
  return [
    {
      path: SITEMAP,
      text: `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${places}</urlset>`}\n`,
    },
    {
      path: 'robots.txt',
      text: `User-agent: *\nAllow: /\n\nSitemap: ${new URL(SITEMAP, address).href}\n`,
    },
  ];
}

function addressOf(path: string, address: string): string {
  return new URL(path.replace(/index\.html$/, ''), address).href;
}
