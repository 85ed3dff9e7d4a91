import type { MarkdownIt, Token } from 'markdown-it';
import { htmlAttributes, htmlTags } from './html-tags.ts';

// What lessons would show inside a slide and no slide can: by the end of its host, with the name people know it by.
const SITES: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'ted.com': 'TED',
  'scratch.mit.edu': 'Scratch',
  'geogebra.org': 'GeoGebra',
  'desmos.com': 'Desmos',
  'phet.colorado.edu': 'PhET',
  'docs.google.com': 'Google Docs',
  'padlet.com': 'Padlet',
  'quizlet.com': 'Quizlet',
};

/** What a card says of where it leads, after the site's name. */
const OPENS = 'opens on another site';

/** The name of the site that an address leads to, if no slide can show what is there. */
function cardSite(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:') return undefined;
  const found = Object.keys(SITES).find(
    (site) => hostname === site || hostname.endsWith(`.${site}`),
  );
  return found === undefined ? undefined : SITES[found];
}

/**
 * Makes Markdown draw a card of a link that is alone on its line and leads to a film or a page that
 * no slide can show: `[How tides work](https://youtu.be/…)`.
 */
export function useLinkCards(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'link-cards', (state) => {
    const { src, Token: Make } = state;
    if (!src.includes('//')) return;
    state.tokens = state.tokens.flatMap((token) => frameCard(token, Make) ?? [token]);
    const { tokens } = state;
    for (const [at, token] of tokens.entries()) {
      if (token.type !== 'paragraph_open' || token.hidden) continue;
      const inline = tokens[at + 1];
      if (inline?.type !== 'inline' || inline.children === null) continue;
      const link = loneLink(inline.children, Make);
      const site = link === null ? undefined : cardSite(String(link[0]?.attrGet('href') ?? ''));
      if (link === null || site === undefined) continue;
      const words = new Make('text', '', 0);
      words.content = `${site}, ${OPENS}`;
      inline.children = [...titled(link, site), new Make('hardbreak', 'br', 0), words];
      token.attrJoin('class', 'link-card');
    }
  });
}

// A frame of such a site, with nothing beside it, is the link to what it shows.
function frameCard(token: Token, Make: typeof Token): readonly Token[] | null {
  if (token.type !== 'html_block' || token.content.length > MAX_FRAME) return null;
  const tags = htmlTags(token.content);
  const [frame] = tags;
  if (frame?.name.toLowerCase() !== 'iframe' || tags.length !== 1 || frame.at > 0) return null;
  const all = new Map(htmlAttributes(frame).map(({ name, value }) => [name, value.trim()]));
  const address = pageOf(all.get('src') ?? '');
  const site = cardSite(address);
  if (site === undefined) return null;
  const words = new Make('text', '', 0);
  words.content = (all.get('title') ?? '') || `A page of ${site}`;
  const open = new Make('link_open', 'a', 1);
  open.attrs = [['href', address]];
  const inline = new Make('inline', '', 0);
  inline.children = [open, words, new Make('link_close', 'a', -1)];
  const paragraph = [
    new Make('paragraph_open', 'p', 1),
    inline,
    new Make('paragraph_close', 'p', -1),
  ];
  for (const one of paragraph) Object.assign(one, { map: token.map, block: true });
  return paragraph;
}

/** A frame with more in it than this is no frame of a film. */
const MAX_FRAME = 1_000;

// What a frame shows has a page of its own as well.
function pageOf(address: string): string {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  if (!URL.canParse(whole)) return '';
  const url = new URL(whole);
  const [, film] = /^\/embed\/([\w-]+)$/.exec(url.pathname) ?? [];
  return film !== undefined && cardSite(url.href) === 'YouTube'
    ? `https://www.youtube.com/watch?v=${film}`
    : url.href;
}

// The tokens of the link that is all a paragraph has; an address by itself is one too.
function loneLink(children: readonly Token[], Make: typeof Token): readonly Token[] | null {
  const [first, ...others] = children;
  if (first?.type === 'text' && others.length === 0 && /^https:\/\/\S+$/.test(first.content)) {
    const open = new Make('link_open', 'a', 1);
    open.attrs = [['href', first.content]];
    open.markup = 'autolink';
    return [open, first, new Make('link_close', 'a', -1)];
  }
  const isLink = first?.type === 'link_open' && others.at(-1)?.type === 'link_close';
  const links = children.filter(({ type }) => type === 'link_open').length;
  return isLink && links === 1 && children.every(({ type }) => type !== 'image') ? children : null;
}

// An address tells a class nothing.
function titled(link: readonly Token[], site: string): readonly Token[] {
  return link.map((token) => {
    if (token.type === 'text' && token.content.startsWith('https://')) {
      token.content = `A page of ${site}`;
    }
    return token;
  });
}
