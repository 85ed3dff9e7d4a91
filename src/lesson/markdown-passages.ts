import type { SourceLine } from '../document/source-line.ts';
import { startFinder, type WordFinder } from '../document/find-words.ts';
import { htmlPassages } from './html-passages.ts';
import {
  addBlank,
  addWords,
  endPassage,
  startPassage,
  type Passage,
  type PassageDraft,
  type PassageKind,
  type Role,
} from './passage.ts';
import { markdown } from '../document/markdown.ts';
import { LONGEST_SLIDE } from '../document/parse.ts';

type Token = ReturnType<typeof markdown.parse>[number];

type Reading = {
  readonly kind: PassageKind;
  readonly finder: WordFinder;
  readonly passages: Passage[];
};

// What the words between such tokens are; all others are text.
const roles: Readonly<Record<string, Role>> = {
  heading_open: 'heading',
  th_open: 'cell',
  td_open: 'cell',
  dt_open: 'cell',
  dd_open: 'cell',
};

/** The passages of a slide's Markdown as it is rendered; `written` are the same lines as they stand in the file. */
export function markdownPassages(
  lines: readonly SourceLine[],
  written: readonly SourceLine[],
  kind: PassageKind,
): readonly Passage[] {
  const source = lines.map(({ text }) => text).join('\n');
  const reading: Reading = { kind, finder: startFinder(written), passages: [] };
  if (source.length > LONGEST_SLIDE) readPlain(reading, lines, 0);
  else readBlocks(reading, markdown.parse(source, {}));
  return reading.passages;
}

/** The passages of Markdown on one line or a few, such as a heading, a prompt or an option. */
export function inlinePassages(
  words: string,
  finder: WordFinder,
  kind: PassageKind,
): readonly Passage[] {
  const [inline] = markdown.parseInline(words.slice(0, LONGEST_SLIDE), {});
  const draft = startPassage(kind);
  const beside = addInline(draft, inline?.children ?? [], finder);
  return [...endPassage(draft), ...beside];
}

function readBlocks(reading: Reading, tokens: readonly Token[]): void {
  const { kind, finder, passages } = reading;
  let [role, footnotes, said]: [Role, number, PassageDraft | null] = [kind.role, 0, null];
  let name: string | null = null;
  let isTurn = false;
  for (const token of tokens) {
    const { type, map, nesting, content, children } = token;
    if (map !== null && said === null) finder.goTo(map[0]);
    if (type === 'footnote_open' || type === 'footnote_close') footnotes += nesting;
    if (type === 'footnote_open') name = String(token.meta?.['name']);
    if (nesting > 0) role = roleOf(token) ?? kind.role;
    isTurn = isInTurn(token) ?? isTurn;
    // What a layout shows twice is said once.
    if (type === 'inline' && token.meta?.['again'] === true) continue;
    if (type === 'inline') {
      const draft: PassageDraft =
        said ??
        startPassage({ ...kind, role: footnotes > 0 ? 'footnote' : isTurn ? 'message' : role });
      if (name !== null) addWords(draft, `[^${name}]: `, finder.find);
      name = null;
      const beside = addInline(draft, children ?? [], finder);
      // What somebody in a thread says goes on behind the name.
      said = role === 'message' && said === null ? draft : null;
      if (said === null) passages.push(...endPassage(draft), ...beside);
      else addBlank(draft, ': ');
    } else if (type === 'fence' || type === 'code_block') {
      readPlain(reading, content.split('\n'), type === 'fence' ? 1 : 0);
    } else if (type === 'html_block') passages.push(...htmlPassages(content, finder, kind));
    if (nesting < 0) role = kind.role;
  }
}

// A second message of the same person has no name before it.
function isInTurn(token: Token): boolean | undefined {
  const name = String(token.attrGet('class') ?? '');
  if (name.startsWith('chat__turn')) return true;
  return name === 'chat__between' || (token.tag === 'ol' && token.nesting < 0) ? false : undefined;
}

function roleOf(token: Token): Role | undefined {
  if (token.attrGet('class') === 'chat__who') return 'message';
  return Object.hasOwn(roles, token.type) ? roles[token.type] : undefined;
}

// Pictures' words and where links lead are handed back: they stand beside the passage.
function addInline(
  draft: PassageDraft,
  tokens: readonly Token[],
  finder: WordFinder,
): readonly Passage[] {
  const { kind } = draft;
  const beside: Passage[] = [];
  for (const token of tokens) {
    const { type, content } = token;
    if (type === 'text' || type === 'text_special') addWords(draft, content, finder.find);
    else if (type === 'code_inline') {
      addWords(draft, content, (words, at) => finder.findCode(words, at, token.markup));
    } else if (type === 'footnote_mark') {
      addWords(draft, `[^${String(token.meta?.['name'])}]`, finder.find);
    } else if (type === 'softbreak' || type === 'hardbreak') {
      addBlank(draft);
      finder.nextLine();
    } else if (type === 'image') {
      const alt = startPassage({ ...kind, role: 'alt' });
      addWords(alt, content, finder.find);
      beside.push(...endPassage(alt));
    } else if (type === 'link_open') {
      // `<help@example.org>` is written without what its link begins with.
      const href = String(token.attrGet('href') ?? '').replace(
        token.markup === 'autolink' ? /^mailto:/ : /^(?!)/,
        '',
      );
      beside.push({
        ...kind,
        role: 'address',
        text: href,
        pieces: [{ at: 0, ...finder.peek(href) }],
      });
    } else if (type === 'html_inline') beside.push(...htmlPassages(content, finder, kind));
  }
  return beside;
}

function readPlain(
  { kind, finder, passages }: Reading,
  lines: readonly (string | SourceLine)[],
  above: number,
): void {
  const draft = startPassage(kind);
  for (let at = 0; at < above; at += 1) finder.nextLine();
  for (const line of lines) {
    const words = typeof line === 'string' ? line : line.text;
    // Below code that is never closed stand fences that are not in the text.
    if (!/^ {0,3}(?::::|\+{3,}$)/.test(words)) addWords(draft, words, finder.find);
    addBlank(draft);
    finder.nextLine();
  }
  passages.push(...endPassage(draft));
}
