import { paperStyles, type PaperStyle } from '../../src/outputs/handouts/paper-look.ts';
import type { SheetEntry } from '../../src/outputs/handouts/sheet.ts';

/** The most pages a sheet takes in standard print, in large print and in extra spacing; 0 for a style it does not come in. */
type MaxPages = readonly [standard: number, large: number, spaced: number];

/**
 * Each kind of sheet. What a whole class gets is one sheet of paper in standard print, but for easy
 * read with its pictures; one that grows by a page is reported.
 */
const SHEETS: Readonly<Record<string, MaxPages>> = {
  accessibility: [2, 3, 3],
  'answer-cards': [1, 0, 0],
  // With what to listen for at each stop, myths and cards.
  answers: [2, 3, 3],
  briefing: [2, 3, 2],
  'call-card': [1, 1, 1],
  // Thirty cards for a camera, both sides, printed once.
  'camera-cards': [60, 0, 0],
  // With forty replies where thirty were.
  'comeback-cards': [6, 12, 12],
  'data-protection': [6, 11, 8],
  'delivery-note': [1, 2, 1],
  // On both sides of one page: there is a place to write for each moment.
  'film-messages': [2, 4, 3],
  // With the words that parents search for, and where they are; and each nation's helpline. As many sheets of paper as before: both sides of three.
  'for-it': [6, 10, 8],
  // With the oldest browsers that pages are built for.
  // With what a browser stores of replies, films and their approvals.
  // And until when, which “What is kept” had line by line: that sheet is half as long for it.
  // And where each door listens, behind which proxy, and the setup code: as many sheets of paper.
  'for-it-running': [6, 10, 8],
  // With every national service: eight of them where two were, for a parent in large print, too (TEACHING 0.1).
  'for-parents': [7, 10, 8],
  governors: [1, 2, 2],
  // The back has Childline’s chat, CEOP and Report Remove: they are always there (TEACHING 0.1).
  'help-card': [2, 2, 2],
  'help-card-ages-9-11': [2, 2, 2],
  'help-card-ages-11-18': [2, 2, 2],
  'key-words': [1, 2, 2],
  // Both sides: what the lesson is about, and every national service.
  'letter-home': [2, 3, 2],
  'letter-home-ages-9-11': [2, 3, 2],
  'letter-home-consent': [2, 3, 2],
  'letter-home-money': [2, 3, 2],
  'many-at-once': [2, 4, 3],
  notes: [8, 11, 9],
  notice: [1, 2, 1],
  // In larger print the frame of help, with Childline’s chat and CEOP in it, is whole on a page of its own.
  'own-comebacks': [2, 4, 4],
  // With every national service, who checked it, and what the words mean that parents hear and search for.
  parents: [5, 9, 7],
  // In larger print, every national service is on a page of its own.
  'parents-talk': [2, 3, 3],
  plan: [2, 4, 4],
  // In short: line by line it is on the sheets for the data protection officer and for IT.
  privacy: [4, 7, 5],
  // With how far into “Comebacks” someone is; eight pages are as many sheets of paper as seven.
  promises: [5, 10, 8],
  'pupil-evaluation': [1, 1, 1],
  'question-slips': [1, 1, 1],
  questions: [1, 2, 2],
  'recording-form': [2, 3, 3],
  'slip-counts': [1, 2, 1],
  'sorting-cards': [1, 1, 1],
  // In larger print, too, the lead's side begins on a page of its own.
  'staff-flow': [2, 4, 4],
  // One sheet of A3, for a wall.
  'staff-flow-poster': [1, 0, 0],
  'staff-steps': [1, 2, 2],
  'start-and-end-slips': [2, 2, 2],
  stories: [1, 2, 2],
  tally: [1, 2, 2],
  'teacher-evaluation': [1, 2, 2],
  'three-messages': [1, 2, 2],
  transcript: [2, 4, 3],
  // One sheet of paper in each layout, but for the lessons below that say why.
  worksheet: [2, 2, 2],
  'worksheet-ages-11-14-easy': [2, 2, 2],
  'worksheet-ages-14-16-easy': [2, 2, 2],
  'worksheet-ages-9-11-easy': [2, 2, 2],
};

/** The lesson on pressure for ages 11 to 14, with whatever film. */
const PRESSURE = {
  // With replies that are swapped and read in the full hour, and what to say of keeping a picture.
  notes: [18, 24, 20],
  // With what the film says of itself before what the lesson does, and a group's messages at its third stop. Parents see the two slides on which replies are swapped and read.
  'for-parents': [12, 19, 14],
  // In large print the words of three stops are below each other, with a frame for each: the frame of help is on a third page.
  worksheet: [2, 3, 2],
} as const;

/** Lessons that say more than others, and the sheets that grow with what they say. */
const LONGER: Readonly<Record<string, Readonly<Record<string, MaxPages>>>> = {
  // With two hard choices and a reply to build, each with pictures.
  // With a slide of what it is about, and a word beforehand for each pupil who may find it hard (TEACHING 0.2).
  // And, in the first of two sessions, what happens when someone tells (TEACHING 0.7).
  'consent-without-pictures': {
    notes: [14, 18, 15],
    'for-parents': [10, 13, 11],
    stories: [2, 2, 2],
    // In large print two stories and what is written about both of them take the first page and a half, and six key words a quarter of one.
    worksheet: [2, 3, 2],
  },
  // Five versions: fifty minutes, and replies to practise in each of 25 or more (TEACHING 0.8). Every third slide has a picture, which parents see too.
  'for-the-whole-world-to-see': PRESSURE,
  'speech-bubbles': PRESSURE,
  // In larger print, for parents, every national service is there, as for other lessons (TEACHING 0.1).
  // With two hard moments, a fake, an unwanted picture and the ways on, and both hard questions answered (TEACHING 0.6, 0.7, 0.10), with pictures.
  'for-the-whole-world-to-see-in-messages': {
    notes: [18, 24, 20],
    'for-parents': [12, 18, 14],
    stories: [3, 4, 3],
    // With the words of each of three stops: in large print they are below each other, and what follows them is on a second piece of paper.
    worksheet: [2, 3, 2],
  },
  'parents-evening': { notes: [13, 17, 15] },
  'power-and-putting-it-right': {
    notes: [19, 26, 22],
    // With what the film says of itself, a group's messages, and the slide of what it is about (TEACHING 0.2).
    'for-parents': [13, 21, 16],
    // Three stops, two stories and the questions about them, seven key words: more than both sides of one sheet as soon as letters or the space between them are larger.
    worksheet: [2, 4, 3],
    stories: [2, 3, 2],
  },
  // With two hard choices and how each of them goes on, told apart from the story (TEACHING 0.6).
  // With a slide of what it is about, and a word beforehand for each pupil who may find it hard (TEACHING 0.2).
  'power-and-putting-it-right-in-messages': {
    // Each hard choice is a part of its own, with its worry, its way on and pictures: in two sessions the board shows today's alone.
    notes: [17, 23, 20],
    'for-parents': [12, 17, 13],
    stories: [3, 4, 3],
    // With the words of four stops and of two hard choices, each with its reply: in large print on both sides of two pieces of paper, the fewest there are for more than two pages.
    worksheet: [2, 4, 3],
  },
  // With a second dilemma, and both scales asked again.
  // Each thread says who its people are: in large print key words and the frame of help are on a third page.
  'power-and-putting-it-right-again': { notes: [9, 11, 9], worksheet: [2, 3, 2] },
  // With two hard moments and their ways on, and replies to build (TEACHING 0.6, 0.8). Each moment ends calmly by itself.
  'private-stays-private': {
    notes: [17, 24, 20],
    'for-parents': [12, 16, 13],
    stories: [2, 2, 2],
    // Ten cards to sort and a story in pictures, which with larger letters are below each other, and lines as far apart as younger pupils write.
    worksheet: [2, 3, 3],
    'sorting-cards': [2, 2, 2],
  },
  // Half an hour, with two worries that are real and a reply to build (TEACHING 0.6, 0.8).
  // With when each worry is, beside the story.
  // In large print eight cards to sort and four threads of messages are below each other.
  'round-the-table': { notes: [10, 13, 11], stories: [2, 2, 2], worksheet: [2, 3, 2] },
  // With every kind of question.
  starter: { worksheet: [2, 3, 2], tally: [2, 2, 2] },
  // With two hard choices, a reply to build and what to do once it has begun.
  'whose-money-is-it': {
    notes: [14, 19, 16],
    'for-parents': [13, 17, 14],
    stories: [2, 3, 2],
    // As on consent, with seven key words.
    worksheet: [2, 3, 2],
  },
  // With two hard moments, four moments to write and where it goes.
  // With a slide of what it is about, and both hard questions answered.
  'write-the-next-film': {
    notes: [11, 15, 12],
    // With a picture on seven more of its slides.
    'for-parents': [9, 12, 9],
    stories: [2, 2, 2],
  },
  // Five questions of four options, each at its own place.
  'up-and-back-down': { questions: [2, 2, 2], tally: [2, 2, 2] },
  // In large print four questions, three stops and two pictures to label leave no room for the last two sentences.
  'which-lands-first': { worksheet: [2, 3, 2] },
};

/**
 * What is wrong with how many pages a sheet takes in a style: one more than it may, so that growth
 * is always a decision.
 */
export function pageCountFindings(
  { id, address }: Pick<SheetEntry, 'id' | 'address'>,
  style: PaperStyle,
  pages: number,
): readonly string[] {
  const [, slug = ''] = address.split('/');
  const max = (LONGER[slug]?.[id] ?? SHEETS[id])?.[paperStyles.indexOf(style)];
  if (max === undefined) return ['is not in the table of page counts'];
  return pages > max ? [`takes ${pages} pages, and may take ${max}`] : [];
}

/** The most pages that a sheet of this kind takes, for lessons in general and for each of the longer ones. */
export function maxPages(id: string): readonly MaxPages[] {
  return [SHEETS, ...Object.values(LONGER)]
    .map((pages) => pages[id])
    .filter((max) => max !== undefined);
}
