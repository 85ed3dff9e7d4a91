import { aboutWhole } from './about-whole.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { listWords } from '../text/list-words.ts';
import type { Finding, Hazard } from './hazard.ts';

/** One fact a lesson states of itself: what it is, the line that gives it, and whether this lesson does. */
type Fact = {
  readonly name: string;
  readonly line: string;
  readonly isStated: (lesson: Lesson) => boolean;
};

const facts: readonly Fact[] = [
  {
    name: 'the nation it is for',
    line: '“nation: England”',
    isStated: ({ nation }) => nation !== '',
  },
  {
    name: 'its objectives',
    line: '“objectives:” with “- I can say …” under it',
    isStated: ({ objectives }) => objectives.length > 0,
  },
  {
    name: 'where it is in the curriculum',
    line: 'a line under “references:” on RSHE or the nation’s own guidance',
    isStated: namesCurriculum,
  },
  {
    name: 'where it is in Education for a Connected World',
    line: 'a line under “references:” on Education for a Connected World',
    isStated: ({ stage, references }) =>
      stage === 'adults' || references.some((one) => CONNECTED.test(one)),
  },
];

const CONNECTED = /\bEfaCW\b|education for a connected world/i;
const RSHE = /\b(?:RSHE|RSE|RHE)\b|\brelationships?\b.{0,30}\beducation\b/i;

/** M3: the key stage is stated, which other checks go by; so are objectives, curriculum references and nation, which are advice. */
export const missingFacts: Hazard = {
  row: 'M3',
  code: 'missing-facts',
  severity: 'error',
  audience: 'everyone',
  source:
    'RSHE statutory guidance, July 2025; Education for a Connected World, 2020: taught by age, and parents may see what',
  find: ({ lesson }) => {
    if (lesson.blocks.length === 0) return [];
    const missing = facts.filter(({ isStated }) => !isStated(lesson));
    const noStage = () =>
      aboutWhole(
        lesson,
        'Cannot tell which key stage this lesson is for: that decides which words pupils may meet. Its head needs a line such as “stage: KS3”',
      );
    return [
      ...(lesson.stage === null ? [noStage()] : []),
      ...(missing.length === 0 ? [] : [missed(missing, lesson)]),
    ];
  },
};

function missed(missing: readonly Fact[], lesson: Lesson): Finding {
  const names = listWords(missing.map(({ name }) => name));
  const lines = listWords(missing.map(({ line }) => line));
  const message = `Cannot tell ${names}: the next person to teach this needs to know who it suits and what it covers. Its head needs ${lines}`;
  return { ...aboutWhole(lesson, message), severity: 'warning' };
}

// Only England’s guidance is known to us by name.
function namesCurriculum({ stage, nation, references }: Lesson): boolean {
  if (stage === 'adults') return true;
  const others = references.filter((one) => !CONNECTED.test(one));
  return /\b(?:wales|scotland|northern ireland)\b/i.test(nation) && !/\bengland\b/i.test(nation)
    ? others.length > 0
    : references.some((one) => RSHE.test(one));
}
