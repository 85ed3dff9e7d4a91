import { servicesOf } from '../help/known-contacts.ts';
import { isForPupils, services, type Service } from '../help/services.ts';
import type { Stage } from '../lesson/lesson.ts';
import { placeIn, type TextBlock } from './text-block.ts';
import type { Finding, Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';

/** The oldest a pupil of a stage is, in years. */
const OLDEST: Readonly<Record<Exclude<Stage, 'adults'>, number>> = {
  KS1: 7,
  KS2: 11,
  KS3: 14,
  KS4: 16,
  KS5: 18,
};

/** What adults’ services are called beside their names. */
const ALSO: Readonly<Partial<Record<string, readonly string[]>>> = {
  nspcc: [
    "(the )?nspcc('s)?( adults?'?| national)? (help ?line|advice line)",
    '(call|ring|phone|contact|e-?mail|text|tell|ask) (the )?nspcc',
  ],
  posh: ['posh helpline', 'professionals? online safety helpline'],
  'intimate-images-18': ['revenge[ -]?porn[ -]?help ?line(\\.org\\.uk)?', 'rph helpline'],
  'abuse-in-education': [
    'report abuse in education( helpline)?',
    '(the )?abuse in education helpline',
  ],
};

const named = services.map((service) => ({
  service,
  names: [
    service.name.replaceAll('’', "'").replaceAll(/[()]/g, '\\$&'),
    ...(ALSO[service.id] ?? []),
  ],
}));
const patterns = named.map(({ service, names }) => ({ service, pattern: phrases(names) }));
// Few text blocks name any.
const ANY = phrases(named.flatMap(({ names }) => names));

/** H10, M21: a service for adults, for staff or for older people where pupils read, by its name, number or address; and, where adults read, one for children that is not said to be the child's. */
export const adultService: Hazard = {
  row: 'H10',
  code: 'adult-service',
  severity: 'error',
  audience: 'pupils',
  source: 'The services’ own pages: who they are for (src/help/services.ts)',
  final: true,
  find: ({ lesson: { stage }, textBlocks, contacts }) => {
    if (stage === 'adults') return onePerLine(childrensOwn(textBlocks));
    const byContact = contacts.flatMap((contact) => {
      const owners = servicesOf(contact);
      const [owner] = owners;
      const isFine = owner === undefined || owners.some((service) => isFor(service, stage));
      return contact.textBlock.to !== 'pupils' || isFine
        ? []
        : [at(contact.textBlock, contact, owner)];
    });
    const byName = textBlocks.flatMap((textBlock) =>
      textBlock.to === 'pupils' && textBlock.text.search(ANY) >= 0
        ? patterns.flatMap(({ service, pattern }) =>
            isFor(service, stage)
              ? []
              : [...textBlock.text.matchAll(pattern)].map((found) =>
                  at(textBlock, { index: found.index, words: found[0] }, service),
                ),
          )
        : [],
    );
    return onePerLine([...byName, ...byContact]);
  },
};

const CHILDRENS = phrases(
  named
    .filter(({ service }) => service.audience === 'pupils' && service.id !== 'school')
    .flatMap(({ names }) => names),
);
const CHILD =
  /\b(?:child(?:ren)?|pupils?|young|under[- ]?1[89]|teenagers?|sons?|daughters?|they|them|their)\b/i;

// A child's own line keeps an adult waiting who needs another; it is named for the child, on its line or in the heading above.
function childrensOwn(textBlocks: readonly TextBlock[]): readonly Finding[] {
  let heading = '';
  return textBlocks.flatMap((textBlock) => {
    if (textBlock.role === 'heading') heading = textBlock.text;
    if (
      textBlock.to !== 'pupils' ||
      textBlock.role === 'field' ||
      CHILD.test(`${heading} ${textBlock.text}`)
    ) {
      return [];
    }
    return [...textBlock.text.matchAll(CHILDRENS)].map(({ index, 0: words }): Finding => {
      const message = `“${words}” is for children, and an adult who turns to it is sent elsewhere. Say that it is for the child, as in “Childline, for your child”, and show adults “::: help”`;
      return { ...placeIn(textBlock, index), message, severity: 'warning' };
    });
  });
}

function isFor(service: Service, stage: Stage | null): boolean {
  const [from] = service.ages;
  return (
    isForPupils(service) &&
    (from === null || stage === null || stage === 'adults' || from <= OLDEST[stage])
  );
}

function at(
  textBlock: TextBlock,
  { index, words }: { readonly index: number; readonly words: string },
  service: Service,
): Finding {
  const message = `“${words.slice(0, 80)}” is ${whom(service)}, and a pupil who turns to it may be sent away. Move it into the notes, and show pupils “::: help”`;
  return { ...placeIn(textBlock, index), message };
}

function whom({ audience, ages: [from] }: Service): string {
  if (audience === 'staff') return 'for school staff alone';
  if (audience === 'adults' && from === 18) return 'for adults, of 18 and over';
  return audience === 'adults' ? 'for adults' : `for people from ${from ?? 18} on`;
}

// A service's name and its number beside it make one finding.
function onePerLine(found: readonly Finding[]): readonly Finding[] {
  const lines = new Set<number>();
  return found.filter(({ line }) => !lines.has(line) && lines.add(line));
}
