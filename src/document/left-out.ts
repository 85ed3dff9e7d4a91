import { htmlAttributes, type HtmlTag } from './html-tags.ts';
import { areOurClasses, isAllowedTag } from './sanitise.ts';

/** Something that is written and will not be on the board, and what a teacher would do instead; `shows` is true where the class then sees what was to be hidden, `lacks` where the slide lacks what it was made for. */
export type LeftOut = {
  readonly what: string;
  readonly instead: string;
  readonly shows?: true;
  readonly lacks?: true;
};

const FILM = 'a film plays with “::: film”, from a file in a folder of its own under media/';
const ELSEWHERE =
  'nothing from elsewhere is shown in class; a film plays with “::: film”, other pages take a link, “[words](https://…)”';
const RUNS = 'nothing runs on a slide; nothing needs doing';
const LOOK = 'every slide has the same look; use **bold** for what matters';
const DRAWING = 'a drawing is a file under media/, “![what it shows](my-film/drawing.svg)”';
const DRAWN = 'it is not drawn, the class sees its text; put a picture of it on the slide';
const ASK = 'a question that pupils answer is written with “::: choice”';
const PAGE = 'a slide is no page of its own; nothing needs doing';
const PARTS =
  'parts of other tools are not read; write what the class needs in words, or as a picture';
const FOLDED = 'what it folds away is shown; write “Notes:” above what is for the teacher';
const SIZE = 'a size is written behind the address, “![A phone](my-film/phone.svg "small")”';
const LATER = 'all of the slide shows at once; put what comes later into “::: reveal”';
const WORDS = 'its words stay; Markdown has no need of it';

// Films, sounds and pages: a slide that had one is empty without it.
const EMBEDS: ReadonlySet<string> = new Set(['video', 'audio', 'iframe', 'embed', 'object']);

// Tags by what is done instead; any other that is not allowed only loses its marks.
const tags: Readonly<Record<string, string>> = {
  ...every('video source track', FILM),
  ...every('audio', 'sound plays in the film alone; read it aloud, or tell it'),
  ...every('iframe frame frameset embed object applet param portal', ELSEWHERE),
  ...every('script noscript template', RUNS),
  ...every('style font center big basefont marquee blink tt nobr', LOOK),
  ...every('svg math canvas', DRAWING),
  ...every('diagram', DRAWN),
  ...every('picture map area image', 'a picture is written “![what it shows](my-film/phone.svg)”'),
  ...every(
    'form input button select option optgroup textarea datalist fieldset legend label output meter progress',
    ASK,
  ),
  ...every('details summary', FOLDED),
  ...every('details summary', 'what would open on a press shows at once; put it into “::: reveal”'),
  ...every('base meta link head body html title dialog', PAGE),
};

function every(names: string, instead: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, instead]));
}

/** What of a tag is left out: the tag, or else some of its attributes. */
export function leftOutOf(tag: HtmlTag): readonly LeftOut[] {
  const name = tag.name.toLowerCase();
  const what = `<${tag.name.slice(0, 40)}>`;
  if (!isAllowedTag(name)) {
    // `<Tweet>`, `<my-part>`, `<Foo.Bar>`: Vue, MDX and the like; `<VIDEO>` is only loud.
    if (/^[A-Z][a-z]|[-.:]/.test(tag.name) && !Object.hasOwn(tags, name)) {
      return [{ what, instead: PARTS }];
    }
    const instead = Object.hasOwn(tags, name) ? (tags[name] ?? WORDS) : WORDS;
    return [{ what, instead, ...(EMBEDS.has(name) ? { lacks: true } : {}) }];
  }
  const found = htmlAttributes(tag).flatMap((attribute) => leftOutAttribute(name, attribute));
  return found.filter(
    ({ instead }, at) => found.findIndex((one) => one.instead === instead) === at,
  );
}

function leftOutAttribute(
  tag: string,
  { name, value }: ReturnType<typeof htmlAttributes>[number],
): readonly LeftOut[] {
  const what = name.slice(0, 40);
  if (/^on./.test(name)) return [{ what, instead: RUNS }];
  if (
    name === 'hidden' ||
    (name === 'style' && /\b(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value))
  ) {
    return [
      {
        what,
        instead: 'what it hides is shown; write “Notes:” above what is for the teacher',
        shows: true,
      },
    ];
  }
  if (name === 'class' && areOurClasses(tag, value)) return [];
  if (name === 'class' && /\bmermaid\b/.test(value)) {
    return [{ what: value.slice(0, 40), instead: DRAWN }];
  }
  if (name === 'class' && /\bfragment\b/.test(value)) return [{ what, instead: LATER }];
  if (/^(?:style|class|align|valign|bgcolor|color|face|size|border|background)$/.test(name)) {
    return [{ what, instead: LOOK }];
  }
  if (tag === 'img' && /^(?:width|height)$/.test(name)) return [{ what, instead: SIZE }];
  if (name === 'href' && tag === 'a') return leftOutLink(value);
  return [];
}

/** A link that leads neither to https nor to a page of our own: its words stay. */
export function leftOutLink(address: string): readonly LeftOut[] {
  const [scheme] = /^(?:\/\/|[a-z][a-z0-9+.-]*:)/i.exec(address.trim()) ?? [];
  if (scheme === undefined || scheme.toLowerCase() === 'https:') return [];
  return [
    { what: address.trim().slice(0, 60), instead: 'its words stay; a link begins with “https://”' },
  ];
}
