import type { WordFinder } from '../document/find-words.ts';
import {
  addBlank,
  addWords,
  endPassage,
  startPassage,
  type Passage,
  type PassageDraft,
  type PassageKind,
} from './passage.ts';
import { markdown } from '../document/markdown.ts';

const TOKEN = /<!--[^]*?(?:-->|$)|<\/?([a-z][a-z0-9-]*)\b([^<>]*)>|\n|[^<\n]+|</gi;
const INLINE =
  /^(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|img)$/i;
const UNSHOWN =
  /^(?:script|style|textarea|option|noscript|iframe|object|svg|math|template|title|xmp|noembed|noframes|plaintext)$/i;

/** The passages of HTML in a slide: its words between the tags, pictures' words and where links lead. */
export function htmlPassages(
  html: string,
  finder: WordFinder,
  kind: PassageKind,
): readonly Passage[] {
  const passages: Passage[] = [];
  let draft = startPassage(kind);
  let unshown: string | null = null;
  const end = () => {
    passages.push(...endPassage(draft));
    draft = startPassage(kind);
  };
  // Fences that other tools' tags became stand nowhere in the text.
  for (const [token, tag, attributes = ''] of html.matchAll(TOKEN)) {
    if (token === '\n') {
      addBlank(draft);
      finder.nextLine();
    } else if (tag !== undefined) {
      if (unshown !== null) {
        unshown = token.startsWith('</') && tag.toLowerCase() === unshown ? null : unshown;
      } else if (UNSHOWN.test(tag) && !token.startsWith('</')) unshown = tag.toLowerCase();
      passages.push(...attributePassages(attributes, finder, kind));
      if (!INLINE.test(tag)) end();
    } else if (unshown === null && !/^(?:<!--| {0,3}:::)/.test(token)) {
      addText(draft, token, finder);
    }
  }
  end();
  return passages;
}

function addText(draft: PassageDraft, text: string, finder: WordFinder): void {
  addWords(draft, markdown.utils.unescapeAll(text.replaceAll('\\', '\\\\')), finder.find);
}

function attributePassages(
  attributes: string,
  finder: WordFinder,
  kind: PassageKind,
): readonly Passage[] {
  return [
    ...attributes.matchAll(/\s(alt|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi),
  ].flatMap(([, name = '', ...values]) => {
    const draft = startPassage({ ...kind, role: name.toLowerCase() === 'alt' ? 'alt' : 'address' });
    addText(draft, values.find((value) => value !== undefined) ?? '', finder);
    return endPassage(draft);
  });
}
