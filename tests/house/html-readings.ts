import { parse, type Node, type Placed } from './syntax.ts';

// A tag as it is looked for: `<p>`, `</`, `<!--`, `<[a-z]`, `<(?:script|style)`, `<([a-z]+)`, `<[^>]*>`.
const TAG =
  /<(?:\\?\/\??|\(\\?\/\?\))?(?:[a-z][a-z0-9]*(?=[\s>\\(|)[/]|$)|!--|\[\^?[a-z<>]|\(\??:?[a-z![]|\\[wb]|\/)/i;
// What is like one and is none: groups of a regular expression, comparisons in our own templates.
const NO_TAG = /\(\?<[=!]|\(\?<\w+>|<</g;
// An attribute of HTML with its value, or an entity.
const ATTRIBUTE =
  /(?:^|[\s"'(?:])(?:class|alt|href|src|id|style|data-[a-z-]+)="|&(?:quot|amp|lt|gt|#\d+);/;

const METHODS: ReadonlySet<string> = new Set([
  'includes',
  'indexOf',
  'lastIndexOf',
  'startsWith',
  'endsWith',
  'split',
  'match',
  'matchAll',
  'search',
  'replace',
  'replaceAll',
]);

/** Where a script reads HTML: a regular expression or a method of strings that looks for a tag, for an attribute or for an entity. Each as its line and what is looked for. */
export function htmlReadings(
  path: string,
  text: string,
): readonly { readonly line: number; readonly looksFor: string }[] {
  return parse(path, text).nodes.flatMap((placed) =>
    patternsOf(placed)
      .filter(isOfHtml)
      .map((looksFor) => ({
        line: text.slice(0, placed.node.start).split('\n').length,
        looksFor,
      })),
  );
}

function isOfHtml(pattern: string): boolean {
  const bare = pattern.replaceAll(NO_TAG, ' ');
  return TAG.test(bare) || ATTRIBUTE.test(bare);
}

// A literal, what `new RegExp` is given, or what a method of strings looks for.
function patternsOf({ node, parent }: Placed): readonly string[] {
  if (isNode(node['regex'])) return [String(node['regex']['pattern'])];
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'RegExp') {
    return wordsIn(firstArgument(node));
  }
  if (node.type !== 'CallExpression' || parent === null) return [];
  const callee = node['callee'];
  const method = isNode(callee) ? nameOf(callee['property']) : '';
  return METHODS.has(method) ? wordsIn(firstArgument(node)) : [];
}

function firstArgument(node: Node): unknown {
  const all = node['arguments'];
  return Array.isArray(all) ? all[0] : undefined;
}

// The words of a string, or the pieces of a template.
function wordsIn(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  if (typeof node['value'] === 'string') return [node['value']];
  const quasis = node['quasis'];
  if (!Array.isArray(quasis)) return [];
  return quasis.map((quasi: { readonly value: { readonly raw: string } }) => quasi.value.raw);
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node['name'] === 'string' ? node['name'] : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
