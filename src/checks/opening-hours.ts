import { servicesOf } from '../help/known-contacts.ts';
import { services } from '../help/services.ts';
import type { TextBlock } from './text-block.ts';
import type { Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';
import { sentencesOf } from './sentences.ts';
import { findingAt } from './word-hazard.ts';

const DAY = '(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(days?)?';
const TIME = "([01]?\\d|2[0-3])([:.][0-5]\\d)? ?(am|pm|a\\.m\\.|p\\.m\\.|noon|o'clock)?";

const HOURS = phrases([
  '24 ?/ ?7( ?/ ?365)?',
  '(24|twenty[ -]four)[ -]hours?( a day| service| line| helpline)?',
  '(all )?day (and|or) night',
  'any ?time,? (of )?(the )?day( or night)?',
  '(call|ring|phone|text|message|contact|reach|chat to|chat with|talk to) (them|childline|shout|us|someone|it) (at )?any ?time',
  'round the clock',
  '(always|never) (open|closed|shut|closes|shuts)',
  `${DAY} ?(to|-|–|until|till|and) ?${DAY}`,
  '(on )?weekdays|at weekends|bank holidays|seven days a week|7 days a week|365 days',
  '((phone )?lines (are )?open|opening (hours|times)|open (every|until|till|from|daily|all|on|at|between|again))',
  `(from )?${TIME} ?(to|-|–|until|till) ?([01]?\\d|2[0-3])([:.][0-5]\\d)? ?(am|pm|a\\.m\\.|p\\.m\\.)`,
  `(until|till|closes at|shuts at|opens at) (${TIME}|midnight)`,
]);

const NAMES = phrases(
  services
    .filter(({ id }) => id !== 'school' && id !== '999' && id !== '101')
    .map(({ name }) => name.replaceAll('’', "'").replaceAll(/[()]/g, '.')),
);

// Few text blocks say anything of a time, and the two patterns take long to say no.
const MAYBE = /\d|day|night|open|clos|shut|clock|time|hour|weekend|holiday/i;

/** H10, M20: the opening hours of a service, which change and which copies give differently. */
export const openingHours: Hazard = {
  row: 'H10',
  code: 'opening-hours',
  severity: 'error',
  audience: 'everyone',
  source:
    'Childline’s and the NSPCC helpline’s hours differ from one copy to the next (read 2026-11-24)',
  find: ({ textBlocks, contacts }) => {
    const withContact = new Set(
      contacts
        .filter((contact) => servicesOf(contact).length > 0)
        .map(({ textBlock }) => textBlock),
    );
    const isService = (textBlock: TextBlock | undefined) =>
      textBlock !== undefined && (withContact.has(textBlock) || textBlock.text.search(NAMES) >= 0);
    return textBlocks.flatMap((textBlock, at) => {
      if (!MAYBE.test(textBlock.text)) return [];
      const isOwn = isService(textBlock);
      const isNext =
        textBlocks[at - 1]?.pieces.at(-1)?.line === (textBlock.pieces[0]?.line ?? 0) - 1 &&
        isService(textBlocks[at - 1]);
      if (!isOwn && !isNext) return [];
      const sentences = sentencesOf(textBlock.text);
      // “We do not print when they are open” is no word of when.
      const [found, ...more] = [...textBlock.text.matchAll(HOURS)].filter(
        ({ index }) => !sentences.isNegated(index),
      );
      const isHours = found !== undefined && (isOwn || found.index + more.length < 25);
      return isHours
        ? [
            findingAt(
              textBlock,
              found,
              'are opening hours that may have changed, and a child who calls in vain may not call again. Leave them out: the service’s own page gives them',
            ),
          ]
        : [];
    });
  },
};
