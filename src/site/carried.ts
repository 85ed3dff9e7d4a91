import { createHash } from 'node:crypto';

/** The style and the script that a page of ours has in it, as a policy names them (`sha256-…`). */
export type Carried = { readonly style?: string; readonly script?: string };

/** What a built page has in its head, before anything is filled in: what comes with a lesson can never be let through by it. */
export function carriedBy(shell: string): Carried {
  const head = shell.slice(0, Math.max(0, shell.indexOf('</head>')));
  const [style, script] = [
    /<style>([^]*?)<\/style>/,
    /<script type="module">([^]*?)<\/script>/,
  ].map((element) => element.exec(head)?.[1]);
  return {
    ...(style !== undefined && { style: hashOf(style) }),
    ...(script !== undefined && { script: hashOf(script) }),
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
