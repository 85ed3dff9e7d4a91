/** What the tablet says of itself in a check. */
export const WORDS = {
  page: 'This tablet reaches the lesson’s computer.',
  words: 'The lesson’s words get through.',
  atOnce: 'What the {teacher} does arrives at once.',
  soon: 'What the {teacher} does arrives within a second or two: this network holds streams back, and the page asks again and again instead. There is nothing to do.',
  answers: 'Answers get through.',
  well: 'This tablet can be used',
  notYet: 'This tablet cannot be used yet',
  none: 'No check is under way',
  noneTodo: 'Press “Try one tablet” on the {teacher}’s computer, then load this page again.',
  wordsHeld: 'The lesson’s words do not get through.',
  wordsTodo:
    'Something between this tablet and the lesson’s computer holds them back, most likely a filter. Ask IT to allow this address. The lesson is the same without tablets: count hands, or use paper slips.',
  answersHeld: 'Answers do not get through.',
  answersTodo:
    'Something between this tablet and the lesson’s computer lets pages through, and not what is sent back. Ask IT to allow this address. The lesson is the same without tablets: count hands, or use paper slips.',
} as const;
