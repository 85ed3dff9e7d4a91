/** Why some examples of CommonMark come out otherwise. `made` does to the specification's HTML what the reason says; where none is given, the example is HTML that was cut down. */
export type Reason = {
  readonly why: string;
  readonly examples: readonly number[];
  readonly made?: (html: string) => string;
};

/** Every example that the renderer of one slide makes into something else, by reason; some have two. */
export const onOneSlide: readonly Reason[] = [
  {
    why: 'a slide has one heading of its own, so those in its text are all of one level',
    examples: [
      ...[
        10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89, 90,
        91, 95, 96, 102, 103, 115, 141, 214, 215, 227,
      ],
      ...[228, 229, 230, 232, 300, 646, 647],
    ],
    made: (html) => html.replaceAll(/<(\/?)h[123]>/g, '<$1h4>'),
  },
  {
    why: 'code looks the same in every language',
    examples: [24, 34, 142, 143, 144, 146],
    made: (html) => html.replace(/ class="language-[^"]*"/, ''),
  },
  {
    why: 'links lead to https or to our own pages; of others, and of empty ones, the words stay',
    examples: [200, 485, 486, 487, 567, 594, 596, 597, 598, 599, 601, 604, 605],
    made: (html) => html.replaceAll(/<a href="(?:[a-z+-]+:[^"]*)?">/gi, '<a>'),
  },
  {
    why: 'a picture is addressed from the page it is shown on, and has no title',
    examples: [517, 531, 573, 576, 577, 578],
    made: (html) =>
      html.replaceAll(
        /<img src="([^"]*)"([^>]*?)(?: title="[^"]*")? \/>/g,
        '<img src="../../media/$1"$2 />',
      ),
  },
  {
    why: 'in place of what is no picture of ours stand its words',
    examples: [475, 520, 572, 574, 575, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591],
    made: (html) =>
      html.replaceAll(
        /<img src="[^"]*"(?: alt="([^"]*)")?(?: title="[^"]*")? ?\/>/g,
        '<span>$1</span>',
      ),
  },
  {
    why: 'HTML that is left open is closed where what holds it ends',
    examples: [
      21, 31, 148, 150, 155, 174, 175, 184, 187, 344, 476, 477, 494, 613, 614, 615, 616, 630, 631,
      642, 643,
    ],
  },
  { why: 'HTML that ends what never began is dropped', examples: [151, 165, 623] },
  { why: 'HTML whose tag has no end takes with it what follows', examples: [156, 157, 158] },
  {
    why: 'names, classes, styles and the like go',
    examples: [152, 153, 154, 164, 169, 616],
    made: (html) =>
      html
        .replaceAll(/(<[a-z]+)\s[^>]*>/gi, '$1>')
        .replaceAll(/<\/?[A-Z]+>/g, (tag) => tag.toLowerCase()),
  },
  {
    why: 'tags that are not in our list go, and the words between them stay',
    examples: [150, 163, 201, 491, 524, 536, 613, 614, 615, 617],
  },
  {
    why: 'scripts, styles and fields go with all that is in them',
    examples: [170, 171, 172, 173, 176, 178],
  },
  {
    why: 'comments, declarations and instructions go',
    examples: [177, 179, 180, 181, 182, 183, 308, 309, 625, 626, 627, 628, 629],
  },
];

/** Every example that the reader of a whole lesson makes into several slides, or none, by reason. */
export const severalSlides: readonly Reason[] = [
  {
    why: 'headings of levels 1 to 3 start slides',
    examples: [62, 68, 71, 76, 77, 78, 80, 83, 84, 96, 103, 115, 141, 227],
  },
  { why: 'a `---` that makes no heading parts slides', examples: [43, 91, 104, 300] },
  { why: 'a slide with nothing on it is none', examples: [98] },
];
