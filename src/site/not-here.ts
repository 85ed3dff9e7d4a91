import { createHash } from 'node:crypto';
import { boardHelpLines } from '../help/pupil-help.ts';
import { html, trusted, type Html } from '../text/html.ts';

// The colours of `ui/tokens.css` and `ui/dark.css`, which a page at any depth cannot ask for; a test holds them together.
const STYLE = `
:root{color-scheme:light dark;--paper:#fbf8f1;--card:#ffffff;--ink:#14273a;--soft:#44566a;--line:#e0d8c8;--teal:#0b6a6b;--tint:#dceeea}
@media screen and (prefers-color-scheme:dark){:root{--paper:#111c26;--card:#1b2a38;--ink:#f4f0e6;--soft:#c6d1da;--line:#40556a;--teal:#86d5d0;--tint:#1c4344}}
*{box-sizing:border-box}
body{display:grid;align-content:center;justify-items:center;min-height:100vh;margin:0;padding:32px 20px;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.5 system-ui,sans-serif}
main{width:100%;max-width:34rem}
svg{display:block;width:36px;margin-bottom:24px;fill:var(--teal)}
h1{margin:0;font-size:clamp(1.75rem,1.3rem + 2vw,2.375rem);font-weight:600;line-height:1.2;text-wrap:balance}
p{margin:0}
a{color:var(--teal)}
h1+p{margin:12px 0 32px;color:var(--soft);font-size:1.1875rem}
section{padding:20px 24px;border:1px solid var(--line);border-radius:16px;background:var(--tint)}
h2{margin:0;font-size:1.1875rem;font-weight:600;line-height:1.3}
ul{margin:8px 0 0;padding:0;list-style:none}
li{padding:10px 0}
li+li{border-top:1px solid var(--line)}
li:last-child{padding-bottom:0}
@media (forced-colors:active){svg{fill:CanvasText}}
@media print{body{display:block;min-height:0;padding:0}section{background:none}}
`;

/** The style that these pages have in them, as a policy names it. */
export const PLAIN_STYLE = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** Where a host of files keeps the page for an address that has none. */
export const NOT_HERE = '404.html';

// The mark, as `ui/shells.ts` has it.
const DOTS = [3.5, 13.5, 23.5].flatMap((cy) =>
  [3.5, 13.5, 23.5].map((cx) => html`<circle cx="${cx}" cy="${cy}" r="3.5" />`),
);

/**
 * What is answered where there is nothing: without it some hosts of files send the first page for
 * any address. It lies at any depth of the site, so it leads nowhere and loads nothing, and its
 * style is in it; help is on the page itself, for those who came for it.
 */
export function notHerePage(): string {
  const help = boardHelpLines().map(
    ({ before, strong, after }) => html`<li>${before}<b>${strong}</b>${after}</li>`,
  );
  return plainPage(
    'Page not found',
    html`<h1>There is no page at this address</h1>
      <p>Check the address, or go back.</p>
      <section aria-labelledby="help">
        <h2 id="help">If you came for help</h2>
        <ul>${help}</ul>
      </section>`,
  );
}

/** What is answered where PDFs were made and are no longer saved. `again` leads to the page that makes them. */
export function noPrintedFilePage(again: string): string {
  return plainPage(
    'PDFs not found',
    html`<h1>These PDFs are no longer saved</h1>
      <p>PDFs are saved for half an hour. They go sooner if Wholeclass closes or many newer ones are made. It takes a few seconds to make them again.</p>
      <section><a href="${again}">Open “Print” and make them again</a></section>`,
  );
}

/** What staff get who come past the web server that speaks TLS. */
export function overTlsPage(staffUrl: string): string {
  return plainPage(
    'Staff sign in over https',
    html`<h1>Staff sign in over https alone</h1>
      <p>So that nobody on the network can read the key.</p>
      <section><a href="${staffUrl}">${staffUrl}</a>
        <p>If you came from there: ask IT to let the web server in front set X-Forwarded-Proto, and to name its address in TRUST_PROXY.</p></section>`,
  );
}

function plainPage(title: string, main: Html): string {
  return String(html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <style>${trusted(STYLE)}</style>
  </head>
  <body>
    <main>
      <svg viewBox="0 0 27 27" aria-hidden="true">${DOTS}</svg>
      ${main}
    </main>
  </body>
</html>
`);
}
