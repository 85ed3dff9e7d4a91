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
  return found instanceof Collector ? found.pieces : null;
}

type Emitter = ReturnType<typeof highlighter.highlight>['_emitter'];

/** Gathers what is found piece by piece, and never as HTML. A class, since highlight.js makes a new one for each text, and for code in another language within it. */
class Collector implements Emitter {
  readonly pieces: { text: string; look: CodeLook | null }[] = [];
  readonly #scopes: (CodeLook | null)[] = [null];

  addText(text: string): void {
    this.#add(text, this.#look());
  }

  startScope(name: string): void {
    // `title.function_` is a title first of all.
    this.#scopes.push(LOOKS[name.split('.')[0] ?? ''] ?? this.#look());
  }

  endScope(): void {
    this.#scopes.pop();
  }

  // The same two under their older names, by which most of it is called.
  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: Emitter): void {
    const within = inner instanceof Collector ? inner.pieces : [];
    for (const { text, look } of within) this.#add(text, look ?? this.#look());
  }

  finalize(): void {
    // Nothing is left open that would matter.
  }

  toHTML(): string {
    return '';
  }

  #look(): CodeLook | null {
    return this.#scopes.at(-1) ?? null;
  }

  #add(text: string, look: CodeLook | null): void {
    const last = this.pieces.at(-1);
    if (last?.look === look) last.text += text;
    else if (text !== '') this.pieces.push({ text, look });
  }
}

highlighter.configure({ __emitter: Collector });
