import { dayWords } from '../text/day.ts';
import type { Nation } from './nations.ts';

/** Where something was read, and the day. */
type Read = { readonly source: string; readonly checked: string };

/** Words in each nation; `''` where a school has named none: England’s, with their nation in them. */
type InEach = Readonly<Record<Nation | '', string>>;

type Topic = {
  /** Where it was read for each nation. */
  readonly read: Readonly<Record<Nation, readonly Read[]>>;
  /** The same words where no nation is named, if more was read for them. */
  readonly more?: readonly Read[];
};

const WALES_MUST =
  'It is part of Relationships and Sexuality Education, which schools in Wales must teach.';
const NI_MUST =
  'It is part of Relationships and Sexuality Education, which schools in Northern Ireland must teach.';
const IN_SCOTLAND =
  'In Scotland it is part of health and wellbeing: relationships, sexual health and parenthood.';
const ENGLAND_MUST =
  'It is part of Relationships and Sex Education, which secondary schools in England must teach.';
const TO_16 = 'There is no right to be left out of it, up to the age of 16.';
const TALK_FIRST =
  'You may take your child out of some or all of these lessons. Talk to us first, also about what they would do instead.';
const NI_LAW = 'There is no right in law to be left out of it. You can still ask us.';
const NI_PREGNANCY =
  'You may ask for your child to be left out of lessons on preventing early pregnancy and on abortion. This is not one of them.';
const WE_TEACH = 'It is part of what we teach.';
const ASK_US = 'Ask us if you would like your child to be left out of it.';

const NEARLY_16 =
  'From three terms before they turn 16, young people may choose sex education for themselves.';

const leavingOutInEngland = `In England you may ask for your child to be left out of sex education. There is no right to be left out of Relationships Education or health education. Lessons on pressure, respect and staying safe online are part of those. ${NEARLY_16} {The school}’s policy says how it does this.`;
const pictureLaw =
  'The law in England and Wales covers everyone under 18. It is against the law to make, keep or pass on a nude picture of a child, even if they agreed. It is there to protect children. The police look first at how to keep everyone safe, and at whether there was pressure, a threat or an adult. They may record what happened without taking it to court.';

function inEngland(one: string) {
  return { '': one, England: one };
}

function inAll(one: string) {
  return { ...inEngland(one), Wales: one, Scotland: one, 'Northern Ireland': one };
}

/**
 * What pages and letters for parents say that is another thing in each nation, by the name of the
 * field that brings it, `{leaving out}`; the one place where it is written (23.4).
 */
const words = {
  'taught as': {
    ...inEngland(
      'Schools in England teach this as part of Relationships Education in primary school, and of Relationships and Sex Education in secondary school.',
    ),
    Wales:
      'Schools in Wales teach this as part of Relationships and Sexuality Education, for everyone aged 3 to 16.',
    Scotland:
      'Schools in Scotland teach this as part of health and wellbeing: relationships, sexual health and parenthood.',
    'Northern Ireland':
      'Schools in Northern Ireland teach this as part of Relationships and Sexuality Education.',
  },
  'part of primary': {
    ...inEngland(
      'It is part of Relationships Education, which primary schools in England must teach.',
    ),
    Wales: WALES_MUST,
    Scotland: IN_SCOTLAND,
    'Northern Ireland': NI_MUST,
  },
  'part of secondary': {
    ...inEngland(ENGLAND_MUST),
    Wales: WALES_MUST,
    Scotland: IN_SCOTLAND,
    'Northern Ireland': NI_MUST,
  },
  'part of money': { ...inAll(WE_TEACH), ...inEngland(ENGLAND_MUST) },
  'leaving out': {
    '': `${leavingOutInEngland} Elsewhere in the UK, ask {the school}.`,
    England: leavingOutInEngland,
    Wales:
      'In Wales there is no right to be left out of Relationships and Sexuality Education, up to the age of 16. From then on, ask {the school}.',
    Scotland:
      'In Scotland you may take your child out of some or all lessons on relationships, sexual health and parenthood. New guidance was being written in 2025, so talk to {the school} first, also about what they would do instead.',
    'Northern Ireland':
      'In Northern Ireland you may ask, in writing, for a child to be left out of lessons on preventing early pregnancy and on abortion. There is no such right for other lessons on relationships. You can still ask {the school}.',
  },
  'leaving out primary': {
    ...inAll('There is no right to be left out of it.'),
    Scotland: TALK_FIRST,
    'Northern Ireland': NI_LAW,
  },
  'leaving out relationships': {
    ...inEngland(
      'You may ask for your child to be left out of sex education. There is no right to be left out of lessons on relationships and staying safe online. Ask us which of them this lesson is part of.',
    ),
    Wales: TO_16,
    Scotland: TALK_FIRST,
    'Northern Ireland': NI_PREGNANCY,
  },
  'leaving out consent': {
    ...inEngland(
      `You may ask for your child to be left out of sex education. Ask us if this lesson is part of it. ${NEARLY_16}`,
    ),
    Wales: TO_16,
    Scotland: TALK_FIRST,
    'Northern Ireland': NI_PREGNANCY,
  },
  'leaving out money': {
    ...inAll(ASK_US),
    ...inEngland('There is no right to be left out of lessons on staying safe online.'),
  },
  'picture law': {
    '': `${pictureLaw} Scotland and Northern Ireland have laws of their own, for under-18s too.`,
    England: pictureLaw,
    Wales: pictureLaw,
    Scotland:
      'The law in Scotland covers everyone under 18. It is against the law to make, keep or pass on a nude picture of a child, even if they agreed. There is a narrow exception for some couples aged 16 and 17. The law is there to protect children.',
    'Northern Ireland':
      'The law in Northern Ireland covers everyone under 18. It is against the law to take, keep or pass on a nude picture of a child. It is there to protect children. The police look at everyone’s age and at all that happened. They are likely not to take a child to court over a mistake.',
  },
} as const satisfies Readonly<Record<string, InEach>>;

const ENGLAND: readonly Read[] = [
  {
    source: 'RSHE guidance, July 2025, in summaries; Education Act 1996, section 405',
    checked: '2026-12-01',
  },
];
const actsOfEnglandAndWales: readonly Read[] = [
  {
    source: 'Protection of Children Act 1978, section 1; Criminal Justice Act 1988, section 160',
    checked: '2026-11-24',
  },
];
const actOfScotland: Read = {
  source: 'Civic Government (Scotland) Act 1982, sections 52 to 52B',
  checked: '2026-12-01',
};
const ordersOfNorthernIreland: Read = {
  source:
    'Protection of Children (Northern Ireland) Order 1978; Criminal Justice (Evidence, Etc.) (Northern Ireland) Order 1988, article 15',
  checked: '2026-12-01',
};

const topics = {
  'leaving out source': {
    read: {
      England: ENGLAND,
      Wales: [
        {
          source:
            'Curriculum and Assessment (Wales) Act 2021; R (Isherwood) v Welsh Ministers [2022] EWHC 3331 (Admin)',
          checked: '2026-12-01',
        },
      ],
      Scotland: [
        {
          source:
            'Scottish Government, page on relationships, sexual health and parenthood education, and report of 2025 on its draft guidance',
          checked: '2026-12-01',
        },
      ],
      'Northern Ireland': [
        {
          source:
            'Department of Education, 1 September 2023 and page on relationships and sexuality education; Regulations (Northern Ireland) 2023 No. 222',
          checked: '2026-12-01',
        },
      ],
    },
  },
  'picture law source': {
    read: {
      England: actsOfEnglandAndWales,
      Wales: actsOfEnglandAndWales,
      Scotland: [
        actOfScotland,
        {
          source: 'Scottish Government, expert group on harmful sexual behaviour',
          checked: '2026-12-01',
        },
      ],
      'Northern Ireland': [
        ordersOfNorthernIreland,
        {
          source: 'Safeguarding Board for Northern Ireland, online safety hub, 26 June 2023',
          checked: '2026-12-01',
        },
      ],
    },
    more: [actOfScotland, ordersOfNorthernIreland],
  },
} as const satisfies Readonly<Record<string, Topic>>;

/** The name of a field that brings such words. */
export type NationFact = keyof typeof words | keyof typeof topics;

/** All of them. */
export const nationFacts: readonly NationFact[] = [
  ...Object.keys(words),
  ...Object.keys(topics),
].filter(isNationFact);

/** True for the name of one. */
export function isNationFact(name: string): name is NationFact {
  return Object.hasOwn(words, name) || isSource(name);
}

/** True for one that says where others were read, and when. */
export function isSource(name: string): name is keyof typeof topics {
  return Object.hasOwn(topics, name);
}

/** What is true in a nation, in a parent’s words, those that a setting changes in braces; England’s, named as such, where a school has named none. */
export function nationWords(fact: NationFact, nation: Nation | '' = ''): string {
  return isSource(fact) ? sourceWords(topics[fact], nation) : words[fact][nation];
}

function sourceWords({ read, more = [] }: Topic, nation: Nation | ''): string {
  const all = nation === '' ? [...read.England, ...more] : read[nation];
  const days = [...new Set(all.map(({ checked }) => checked))];
  return days
    .map((day) => {
      const sources = all.filter(({ checked }) => checked === day).map(({ source }) => source);
      return `${sources.join('; ')}. Read on ${dayWords(day)}.`;
    })
    .join(' ');
}
