/**
 * Beginnings of words that put a note on top of the teacher's queue ("flagged words go to the top
 * for the teacher", TEACHING, Question box). They only choose what is read first: they show nothing
 * of the writer, and every note is read.
 */
const beginnings: readonly string[] = [
  ...[
    'scared',
    'afraid',
    'frighten',
    'terrif',
    'worried',
    'unsafe',
    'not safe',
    'alone',
    'ashamed',
    'my fault',
  ],
  ...[
    'threat',
    'blackmail',
    'forc',
    'made me',
    'makes me',
    'make me',
    'pressur',
    'won’t stop',
    "won't stop",
    'wont stop',
    'keeps asking',
  ],
  ...[
    'hurt',
    'hit me',
    'hits me',
    'touch',
    'abus',
    'assault',
    'rape',
    'groom',
    'violen',
    'weapon',
    'knife',
  ],
  ...[
    'die',
    'dead',
    'dying',
    'kill',
    'suicid',
    'self harm',
    'self-harm',
    'cut myself',
    'cutting',
    'hate myself',
    'run away',
    'running away',
  ],
  ...[
    'nude',
    'naked',
    'pic',
    'photo',
    'video',
    'webcam',
    'sent him',
    'sent her',
    'sent them',
    'shared',
    'pay',
    'money',
  ],
  ...[
    'stranger',
    'older',
    'meet',
    'secret',
    'tell anyone',
    'tell no one',
    'police',
    'emergency',
    'help me',
    'need help',
  ],
];

const PATTERN = new RegExp(`(?<!\\p{L})(?:${beginnings.join('|')})`, 'iu');

/** True when a note has a word that should be read first. */
export function isWorrying(text: string): boolean {
  return PATTERN.test(text);
}
