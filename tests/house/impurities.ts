import { parse, type Node, type Placed, isNode, nodesIn } from './syntax.ts';

/** What a pure file asks of clock and chance, and may not: `src/tsconfig.pure.json` cannot see these, for they belong to the language. */
export function impuritiesOf(path: string, text: string): readonly string[] {
  return parse(path, text).nodes.flatMap(({ node, parent }) => {
    if (node.type !== 'Identifier' || parent === null || isJustAName(node, parent)) return [];
    const breach = impurity({ node, parent });
    return breach === null ? [] : [`${path}: ${breach}`];
  });
}

function impurity({ node, parent }: Placed & { readonly parent: Node }): string | null {
  const property = parent['object'] === node ? text(parent['property']) : null;
  const name = text(node) ?? '';
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return rule === undefined || rule.allows(property, parent) ? null : rule.message;
}

type Rule = {
  readonly message: string;
  readonly allows: (property: string | null, parent: Node) => boolean;
};

const rules: Readonly<Record<string, Rule>> = {
  Date: {
    message: 'asks the clock (Date)',
    allows: (property, parent) =>
      property === 'UTC' || property === 'parse' || isNewOfSomething(parent),
  },
  Math: {
    message: 'asks for chance (Math.random)',
    allows: (property) => property !== null && property !== 'random',
  },
  Temporal: {
    message: 'asks the clock (Temporal.Now)',
    allows: (property) => property !== null && property !== 'Now',
  },
  crypto: { message: 'asks for chance (crypto)', allows: () => false },
  performance: { message: 'asks the clock (performance)', allows: () => false },
  globalThis: { message: 'reaches for globals (globalThis)', allows: () => false },
};

function isNewOfSomething(parent: Node): boolean {
  return parent.type === 'NewExpression' && nodesIn(parent['arguments']).length > 0;
}

// The key of an object, a property after a dot, a type, what an import calls something else: these are names, and ask for nothing.
function isJustAName(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression') {
    return parent['property'] === node && parent['computed'] !== true;
  }
  if (parent.type === 'Property') {
    return parent['key'] === node && parent['computed'] !== true && parent['shorthand'] !== true;
  }
  if (parent.type === 'ImportSpecifier') {
    return parent['imported'] === node && parent['local'] !== node;
  }
  return parent.type.startsWith('TS');
}

function text(node: unknown): string | null {
  if (!isNode(node)) return null;
  const { name, value } = node;
  return typeof name === 'string' ? name : typeof value === 'string' ? value : null;
}
