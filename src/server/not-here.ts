import { boardHelpLines } from '../help/pupil-help.ts';
import { html } from '../text/html.ts';

/**
 * What hosts of files answer where there is nothing: without it some send the first page, whatever was asked.
 * It lies at any depth of the site, so it leads nowhere and loads nothing; whoever came for help has it here.
 */
export function notHerePage(): string {
  const help = boardHelpLines().map(({ before, strong, after }) => html`<li>${before}<b>${strong}</b>${after}</li>`);
  return String(html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>Not here</title>
  </head>
  <body>
    <main>
      <h1>There is no page at this address</h1>
      <p>Look at the address once more, or go back.</p>
      <p>If you came for help:</p>
      <ul>${help}</ul>
    </main>
  </body>
</html>
`);
}
