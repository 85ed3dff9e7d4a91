import highlightJs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** What a piece of code is, as its colour says it. */
export type CodeLook = 'keyword' | 'name' | 'string' | 'number' | 'comment';

/** Code in pieces, each with what it is; null for what has no colour of its own. */
export type ColouredCode = readonly { readonly text: string; readonly look: CodeLook | null }[];

/** More code than this has no colours: no board holds it. */
const MAX_LENGTH = 10_000;

// Those that schools teach, and what a web page is made of; each is also known by its other names, such as `py` and `html`.
const languages = {
  bash,
  c,
  cpp,
  csharp,
  css,
  go,
  java,
  javascript,
  json,
  php,
  python,
  r,
  ruby,
  rust,
  sql,
  typescript,
  xml,
  yaml,
};

const highlighter = highlightJs.newInstance();
// It is made with `new`, and what is returned is used.
highlighter.configure({ __emitter: Collect as unknown as new (options: unknown) => Emitter });
for (const [name, language] of Object.entries(languages)) {
  highlighter.registerLanguage(name, language);
}

// What highlight.js calls what it finds, by how it looks here; all else is as it was.
const LOOKS: Readonly<Record<string, CodeLook>> = {
  keyword: 'keyword',
  literal: 'keyword',
  tag: 'keyword',
  name: 'keyword',
  'selector-tag': 'keyword',
  meta: 'keyword',
  title: 'name',
  type: 'name',
  built_in: 'name',
  attr: 'name',
  attribute: 'name',
  section: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
  string: 'string',
  regexp: 'string',
  symbol: 'string',
  link: 'string',
  number: 'number',
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
};

/** The colours of code in the language that its fence names, ```` ```python ````; null for one that is not known. */
export function colourCode(info: string, text: string): ColouredCode | null {
  const language = /^[\s{.]*([\w+#-]+)/.exec(info)?.[1]?.toLowerCase() ?? '';
  if (highlighter.getLanguage(language) === undefined || text.length > MAX_LENGTH) return null;
  const { _emitter: found } = highlighter.highlight(text, { language, ignoreIllegals: true });
  return 'pieces' in found ? (found.pieces as Piece[]) : null;
}

type Piece = { text: string; look: CodeLook | null };
type Emitter = ReturnType<typeof highlighter.highlight>['_emitter'];
// It calls what opens and closes by two names each, of which its types have one.
type Collected = {
  readonly pieces: Piece[];
  readonly openNode: Emitter['startScope'];
  readonly closeNode: Emitter['endScope'];
};

/** Gathers what is found piece by piece, and never as HTML; a new one for each text, and for code in another language within it. */
function Collect(): Emitter & Collected {
  const pieces: Piece[] = [];
  const scopes: (CodeLook | null)[] = [null];
  const look = () => scopes.at(-1) ?? null;
  const add = (text: string, own: CodeLook | null) => {
    const last = pieces.at(-1);
    if (last?.look === own) last.text += text;
    else if (text !== '') pieces.push({ text, look: own });
  };
  const open = (name: string) => void scopes.push(lookOf(name) ?? look());
  const close = () => void scopes.pop();
  return {
    pieces,
    addText: (text) => add(text, look()),
    startScope: open,
    openNode: open,
    endScope: close,
    closeNode: close,
    __addSublanguage(inner) {
      const within = 'pieces' in inner ? (inner.pieces as readonly Piece[]) : [];
      for (const { text, look: own } of within) add(text, own ?? look());
    },
    finalize: () => undefined,
    toHTML: () => '',
  };
}

// `title.function_` is a title first of all.
function lookOf(scope: string): CodeLook | undefined {
  return LOOKS[scope.split('.')[0] ?? ''];
}
