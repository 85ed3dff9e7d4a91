import { parse, isNode } from './syntax.ts';

/** What a file asks for: a path from itself or a package, and whether types alone. */
export type Import = { readonly from: string; readonly typesOnly: boolean };

/** Every import of a script (static, dynamic, of a type, re-export), style sheet (`@import`) or page (scripts and styles of ours). */
export function importsOf(path: string, text: string): readonly Import[] {
  if (path.endsWith('.css')) return matches(text, /@import\s+(?:url\()?['"]([^'"]+)['"]/g);
  if (path.endsWith('.html')) {
    return matches(text, /(?:src|href)="(\.{1,2}\/[^"]+\.(?:tsx?|css))"/g);
  }
  if (!/\.(tsx?|mjs)$/.test(path)) return [];
  return parse(path, text).nodes.flatMap(({ node }) => {
    const from = literal(node['source']);
    if (from === null) return [];
    return [
      {
        from,
        typesOnly:
          node.type === 'TSImportType' ||
          node['importKind'] === 'type' ||
          node['exportKind'] === 'type',
      },
    ];
  });
}

function matches(text: string, pattern: RegExp): readonly Import[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match[1] ?? '', typesOnly: false }));
}

function literal(node: unknown): string | null {
  const value = isNode(node) ? node['value'] : null;
  return typeof value === 'string' ? value : null;
}
