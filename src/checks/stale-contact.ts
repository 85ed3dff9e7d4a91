import { staleOf } from '../help/known-contacts.ts';
import type { TextBlock } from './text-block.ts';
import type { FoundContact } from './contacts-in.ts';
import { findingAtContact } from './finding-at-contact.ts';
import type { Finding, Hazard } from './hazard.ts';
import { phrases } from './phrase.ts';
import { countUpTo } from './sentences.ts';
import { findingAt } from './word-hazard.ts';
import { groupBy } from '../text/group-by.ts';

// Also by name, as they were written on posters.
const NAMES = phrases(['know ?about ?cse', 'staffs ?scb']);

/** H9, M24: a number or address known to be out of date; what replaces it is in `known-contacts.ts`. */
export const staleContact: Hazard = {
  row: 'H9',
  code: 'stale-contact',
  severity: 'error',
  audience: 'everyone',
  source:
    'Campaign pages of 2016 and school pages that still copy them; the services’ own pages, read 2026-11-24',
  final: true,
  find: ({ contacts, textBlocks }) => {
    const byTextBlock = groupBy(contacts, ({ textBlock }) => textBlock);
    return [
      ...contacts.flatMap((contact) => {
        const stale = staleOf(contact);
        return stale === null
          ? []
          : [
              findingAtContact(
                contact,
                `is out of date, and anyone who turns to it finds no help. Use ${stale.instead}, or leave it out`,
              ),
            ];
      }),
      ...textBlocks.flatMap((textBlock) => named(textBlock, byTextBlock.get(textBlock) ?? [])),
    ];
  },
};

// By name, but where the name is part of an address.
function named(textBlock: TextBlock, contacts: readonly FoundContact[]): readonly Finding[] {
  const starts = contacts.map(({ index }) => index);
  const isInAddress = (index: number) => {
    const before = contacts[countUpTo(starts, index) - 1];
    return before !== undefined && index < before.index + before.words.length;
  };
  return [...textBlock.text.matchAll(NAMES)]
    .filter(({ index }) => !isInAddress(index))
    .map((found) =>
      findingAt(
        textBlock,
        found,
        'is a site that is gone, and its address may be anyone’s. Leave it out: “::: help” says who helps',
      ),
    );
}
