import type { SourceLine } from '../document/source-line.ts';

/** More lines than a head of TOML has. */
const MAX_LINES = 200;

/** The head that Hugo writes in TOML, between two lines `+++`: how many lines it takes, and the title it gives; null where there is none. */
export function tomlHead(
  lines: readonly SourceLine[],
): { readonly length: number; readonly title: string } | null {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  if (lines[start]?.text.trim() !== '+++') return null;
  const within = lines.slice(start + 1, start + MAX_LINES).map(({ text }) => text.trim());
  const end = within.indexOf('+++');
  const [, title = ''] =
    /^title\s*=\s*["'](.*)["']$/m.exec(within.slice(0, Math.max(0, end)).join('\n')) ?? [];
  return end < 0 || !within.slice(0, end).some((text) => /^(?:[\w.-]+\s*=|\[)/.test(text))
    ? null
    : { length: start + end + 2, title };
}
