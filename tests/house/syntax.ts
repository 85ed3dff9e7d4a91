import { parseSync } from 'vite';

/** A node of the syntax tree as the parser gives it: every node has its `type` and its place. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
};

/** A node with the one it is part of. */
export type Placed = { readonly node: Node; readonly parent: Node | null };

/** A parsed file, its text and all its nodes, from the outside in, which are gathered when they are first asked for. */
export type Syntax = {
  readonly text: string;
  readonly nodes: readonly Placed[];
  readonly comments: readonly Comment[];
  readonly statements: readonly Node[];
};

/** A comment; `value` is without its marks. */
export type Comment = { readonly type: string; readonly value: string; readonly end: number };

const parsed = new Map<string, Syntax>();

/** Parses TypeScript, each text once; a file that cannot be parsed throws. */
export function parse(path: string, text: string): Syntax {
  const key = `${path}\n${text}`;
  const syntax = parsed.get(key) ?? parseAnew(path, text);
  parsed.set(key, syntax);
  return syntax;
}

function parseAnew(path: string, text: string): Syntax {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`Cannot parse ${path}: ${errors[0]?.message}`);
  const top: unknown = program;
  if (!isNode(top)) throw new TypeError(`Cannot walk ${path}: it has no tree`);
  let nodes: Placed[] | null = null;
  return {
    text,
    get nodes() {
      if (nodes === null) gather({ node: top, parent: null }, (nodes = []));
      return nodes;
    },
    comments,
    statements: nodesIn(top['body']),
  };
}

function gather(here: Placed, into: Placed[]): void {
  into.push(here);
  for (const value of Object.values(here.node)) {
    if (Array.isArray(value)) {
      for (const child of nodesIn(value)) gather({ node: child, parent: here.node }, into);
    } else if (isNode(value)) gather({ node: value, parent: here.node }, into);
  }
}

/** The nodes of a list in the tree; none where there is no list. */
export function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** True for a node of the tree. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
