import { wordHazard } from './word-hazard.ts';

const IMAGE =
  '((the|a|an|any|his|her|their|your|this|that|these|those|all|every|each|some|one|private|original|nude|intimate|shared|screenshot|of) )*(image|photo|picture|pic|nude|selfie|video)s?';

/** H12: an instruction to look at, save, copy, pass on or delete a picture. */
export const imageHandling = wordHazard({
  row: 'H12',
  code: 'image-handling',
  severity: 'error',
  audience: 'everyone',
  source: 'UKCIS, Sharing nudes and semi-nudes: how to respond to an incident, 2024',
  words: [
    `(look at|view|open|check|watch|save|screenshot|copy|print|forward|delete|download|keep|store|film|scan|wipe|upload|photograph) ${IMAGE}`,
    `(send|show|forward|e-?mail|bring|give|airdrop) (me|us|it to|them to|him|her|staff|your teacher|a teacher|the teacher|the police|an adult|the safeguarding lead|the DSL|your parents|a copy of) ${IMAGE}`,
    `(take|make|keep|get|print|save) (a |an |some )?(screenshots?|screen shots?|copy|copies|photos?|pictures?|print ?outs?) of ${IMAGE}`,
    `ask … to (show|send|delete|save|forward) (you |us |me )?${IMAGE}`,
  ],
  unless: [
    '(image|photo|picture|video)s? (on|of|in|from|at) (the|this|your|each|a) (\\w+ )?(slide|board|worksheet|sheet|page|card|book|film|poster|dog|cat|garden|story|phone with|wall|handout)',
    '(look at|watch|view) the (picture|video|image)( again| together| below| above| carefully| first)*[.?]?$',
    '(who|people|they|others|anyone|someone|law|illegal|offence|crime|against|pressure|pressured|pressuring) (to )?(who )?(view|save|copy|forward|keep|store|print|download|open|look at|watch|show|send) … (responsible|offence|law|stop|wrong|choose|decide)',
  ],
  negated: true,
  why: 'tells somebody to handle a picture, which may break the law and hurts the child in it again',
  better: 'Say that nobody looks at, saves, sends or deletes it, and that messages and usernames are what can be kept',
});
