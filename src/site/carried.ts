import { createHash } from 'node:crypto';

/** The style and the script that a page of ours has in it, and the style that it has at its end, as a policy names them (`sha256-…`). */
export type Carried = {
  readonly style?: string;
  readonly later?: string;
  readonly script?: string;
};

/** The style in a built page's head, the script that is the last thing in it and the style before that, before anything is filled in: what comes with a lesson can never be let through by it. */
export function carriedBy(shell: string): Carried {
  const head = shell.slice(0, Math.max(0, shell.indexOf('</head>')));
  const style = /<style>([^]*?)<\/style>/.exec(head)?.[1];
  const script = LAST_SCRIPT.exec(shell)?.[1];
  const later = LATER.exec(shell)?.[1];
  return {
    ...(style !== undefined && { style: hashOf(style) }),
    ...(later !== undefined && { later: hashOf(later) }),
    ...(script !== undefined && { script: hashOf(script) }),
  };
}

// No script ends within it: what stands before the last one is none of it.
const LAST_SCRIPT =
  /<script(?: type="module")?>((?:(?!<\/script>)[^])*)<\/script><\/body>(?:\s*<\/html>)?\s*$/;

const LATER =
  /<svg (?:id="look" )?class="unseen" aria-hidden="true"><style>((?:(?!<\/style>)[^])*)<\/style><\/svg><script(?: type="module")?>(?:(?!<\/script>)[^])*<\/script><\/body>(?:\s*<\/html>)?\s*$/;

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
