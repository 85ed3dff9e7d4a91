import { INLINE_TAGS } from '../../document/inline-tags.ts';
import { wordsOfHtml } from '../../text/words-of-html.ts';

/** What keeps its place within an item; all other elements part a slide into boxes, and are left out on the worksheet. */
const INLINE: ReadonlySet<string> = new Set([...INLINE_TAGS, 'br', 'span']);
const LISTS = new Set(['ul', 'ol']);
/** Lists that are no list of tasks: messages, and cards to sort. */
const NO_TASKS = /class="[^"]*\b(?:chat|cards__)/;
const PART = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<]+/gi;

/** The list items of a slide's body that end in "…", as HTML for one line: sentences for pupils to finish, which get lines on the worksheet. Bold, steps and lists within lists change nothing. */
export function sentencesToFinish(body: string): readonly string[] {
  return itemsIn(body).filter((item) =>
    /(?:…|\.\.\.)\s*(?:[”"’']|&quot;|&#39;)?$/.test(wordsOfHtml(item)),
  );
}

/** The questions among the list items of a slide that says “on your worksheet”, as HTML for one line. */
export function questionsForSheet(body: string): readonly string[] {
  if (!/\bon your worksheet\b/i.test(wordsOfHtml(body))) return [];
  return itemsIn(body).filter((item) => /\?\s*(?:[”"’']|&quot;|&#39;)?$/.test(wordsOfHtml(item)));
}

type Item = { html: string };

// Items in the order they begin, each with its own words; one that lies in another is an item of its own. The body is balanced: `sanitise` made it.
function itemsIn(body: string): readonly string[] {
  const items: Item[] = [];
  const open: Item[] = [];
  let passedOver = 0;
  for (const [whole, slash, name = ''] of body.matchAll(PART)) {
    const tag = name.toLowerCase();
    const isEnd = slash === '/';
    if (LISTS.has(tag) && (passedOver > 0 || NO_TASKS.test(whole))) passedOver += isEnd ? -1 : 1;
    else if (passedOver > 0) continue;
    else if (tag === 'li' && isEnd) open.pop();
    else if (tag === 'li') {
      const item = { html: '' };
      items.push(item);
      open.push(item);
    } else {
      const item = open.at(-1);
      if (item !== undefined) item.html += tag === '' || INLINE.has(tag) ? whole : ' ';
    }
  }
  return items.map(({ html }) => html.replaceAll(/\s+/g, ' ').trim());
}
