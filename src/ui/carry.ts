/** What a page has in it instead of asking for it: on a slow phone every request is work before anything can be drawn. A script that `runs` at once is done before the first frame, any other after it; `deeper` is how many folders below its own place the page is served. In a `tight` page there is no space between two elements: what draws them again finds each in its place, and one that is put in its place again would lose the focus. From the rule with the selector `later` on, the style is at the page's end: a slow phone reads all of a style before any of what it draws. A style `behind` what it is for is all at the end: until it is read what the selector names is not seen, and where a browser waits for a part of a page nothing is drawn. */
export type Carries = {
  readonly style: boolean | { readonly behind: string };
  readonly script: boolean;
  readonly runs?: 'at once';
  readonly deeper?: number;
  readonly tight?: true;
  readonly later?: string;
};

/** Puts the built page's own style sheet into its head, and its script, where it carries one, last into its body: a browser that meets a script before what it draws shows an empty page first. `textOf` reads a built file by its path (`assets/x.css`). Throws where one could end its element, or needs another file first. */
export function carried(
  page: string,
  { style, script, runs, deeper = 0, tight, later = '' }: Carries,
  textOf: (path: string) => string,
): string {
  const assets = `${'../'.repeat(deeper + 1)}assets/`;
  const sheet = (path: string) => textOf(path).replaceAll('url(./', `url(${assets}`);
  // Spaces at the start of lines are waited for like anything else.
  const flat = page.replaceAll(/\n\s+/g, '\n').replaceAll(tight ? />\s+</g : /$^/g, '><');
  const found = style ? SHEET.exec(flat)?.[1] : undefined;
  const whole =
    found === undefined ? flat : withStyle(flat, usedTokens(sheet(found)), { style, later });
  const path = script ? SCRIPT.exec(whole)?.[1] : undefined;
  return path === undefined
    ? whole
    : whole
        .replaceAll(HINT, '')
        .replace(SCRIPT, '')
        .replace(
          BODY_END,
          (end) => scriptElement(fromPage(textOf(path), assets), runs === 'at once') + end,
        );
}

function withStyle(
  page: string,
  whole: string,
  { style, later = '' }: Pick<Carries, 'style' | 'later'>,
): string {
  const isBehind = typeof style === 'object';
  const [first, rest] = isBehind
    ? [`${style.behind}{visibility:hidden}`, `${whole}${style.behind}{visibility:visible}`]
    : splitAt(whole, later);
  return page
    .replace(SHEET, () => element('style', '', first) + (isBehind ? WAITS : ''))
    .replace(BODY_END, (end) => (rest === '' ? end : laterStyle(rest, isBehind) + end));
}

// What the first frame waits for, by its id.
const LOOK = 'look';
const WAITS = `<link rel="expect" href="#${LOOK}" blocking="render" />`;

/** The same as a plugin of Vite, for the page in a folder of pages. */
export function carry(folder: string, what: Carries) {
  return {
    name: `carry-${folder}`,
    apply: 'build' as const,
    enforce: 'post' as const,
    generateBundle: {
      order: 'post' as const,
      handler(_: unknown, bundle: Bundle) {
        const page = bundle[`${folder}/index.html`];
        if (page?.type !== 'asset') return;
        page.source = carried(String(page.source), what, (path) => {
          const file = bundle[path];
          if (file === undefined) throw new Error(`${folder}: ${path} was not built`);
          delete bundle[path];
          return file.type === 'asset' ? String(file.source) : file.code;
        });
      },
    },
  };
}

/** What the bundler has made, by path. */
type Bundle = Record<
  string,
  { type: 'asset'; source: string | Uint8Array } | { readonly type: 'chunk'; readonly code: string }
>;

const SHEET = /<link rel="stylesheet"[^>]* href="\.\.\/(assets\/[^"]+)">/;
const SCRIPT = /\n?<script type="module"[^>]* src="\.\.\/(assets\/[^"]+)"><\/script>/;
const BODY_END = /<\/body>(?:\s*<\/html>)?\s*$/;
const HINT = /\s*<link rel="modulepreload"[^>]*>/g;

/** A style in two, the second from the rule that begins with a selector on; empty without one. Throws where none does. */
function splitAt(style: string, selector: string): readonly [first: string, rest: string] {
  if (selector === '') return [style, ''];
  const found = ['{', ','].flatMap((next) => {
    const at = style.indexOf(`}${selector}${next}`);
    return at < 0 ? [] : [at + 1];
  });
  const at = Math.min(...found);
  if (found.length === 0) {
    throw new Error(`A page cannot carry its style: no rule begins with “${selector}”`);
  }
  return [style.slice(0, at), style.slice(at)];
}

// Below what it is for a style may stand in a drawing alone (HTML, 4.2.6; SVG 2, 6.2); it is one for the page all the same.
function laterStyle(style: string, isAwaited: boolean): string {
  const id = isAwaited ? `id="${LOOK}" ` : '';
  return `<svg ${id}class="unseen" aria-hidden="true">${element('style', '', style)}</svg>`;
}

// What runs at once is no module: its names are its own in a function, and its address is the page's.
function scriptElement(script: string, isAtOnce: boolean): string {
  return isAtOnce
    ? element(
        'script',
        '',
        `(()=>{"use strict";${script.replaceAll('import.meta.url', 'document.baseURI').trim()}})()`,
      )
    : element('script', ' type="module"', script);
}

function element(name: 'style' | 'script', attributes: string, text: string): string {
  if (/<\/|<!--/.test(text)) {
    throw new Error(`A page cannot carry its ${name}: there is “</” or “<!--” in it`);
  }
  return `<${name}${attributes}>${text.trim()}</${name}>`;
}

// A token from one end to the other, as nothing else is: “--main:hover” can be the end of a class and its state, too.
const TOKEN = /(?<=[{};])(--[\w-]+):(?:"(?:\\.|[^"\\])*"|[^;{}"])*(?:;|(?=\}))/g;

/** A style sheet without the design tokens that nothing in it uses, or that it sets again for every case; no script asks for a token. */
function usedTokens(sheet: string): string {
  const style = withoutReset(sheet);
  const used = style.replace(TOKEN, (token, name: string) =>
    new RegExp(`var\\(\\s*${name}\\b(?!-)`).test(style) ? token : '',
  );
  return used === sheet ? withoutEmptyRules(sheet) : usedTokens(used);
}

// A rule whose tokens all went, and the condition that held nothing else.
function withoutEmptyRules(style: string): string {
  const rest = style.replaceAll(/(?<=^|[{}])[^{};]*\{\}/g, '');
  return rest === style ? style : withoutEmptyRules(rest);
}

// The first rule of a sheet that begins with tokens, less what a later rule at the top sets again.
function withoutReset(style: string): string {
  const [first = ''] = /^:root\{[^{}]*\}/.exec(style) ?? [];
  const rest = style.slice(first.length);
  const later = [...rest.matchAll(/(?<=^|\}):root\{([^{}]*)\}/g)]
    .filter(({ index }) => isTop(rest.slice(0, index)))
    .map(([, tokens = '']) => tokens)
    .join(';');
  return (
    first.replace(TOKEN, (token, name: string) =>
      `;${later}`.includes(`;${name}:`) ? '' : token,
    ) + rest
  );
}

// What follows is in no block: each that was begun has ended.
function isTop(before: string): boolean {
  return before.split('{').length === before.split('}').length;
}

/** What is loaded later, told from the page instead of from the script's own folder. */
function fromPage(script: string, assets: string): string {
  if (/(?:^|[;}])\s*(?:import\b(?!\s*[(.])|export\b)/m.test(script)) {
    throw new Error('A page cannot carry its script: it imports or exports');
  }
  return script
    .replace(/__vite__mapDeps=.*?\[(?:"[^"]*",?)*\]/, (needed) =>
      needed.replaceAll('"./', `"${assets}`),
    )
    .replaceAll(/\bimport\((["'`])\.\//g, `import($1${assets}`);
}
