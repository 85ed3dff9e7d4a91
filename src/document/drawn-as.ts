import type { PlainKind } from './nodes.ts';

/** What each plain kind is drawn as: its tag, and our class for it. */
export const drawnAs: Readonly<Record<PlainKind, readonly [tag: string, name?: string]>> = {
  paragraph: ['p'],
  item: ['li'],
  quote: ['blockquote'],
  table: ['table'],
  tableHead: ['thead'],
  tableBody: ['tbody'],
  row: ['tr'],
  emphasis: ['em'],
  strong: ['strong'],
  struck: ['s'],
  thread: ['ol', 'chat'],
  between: ['li', 'chat__between'],
  who: ['b', 'chat__who'],
  columns: ['div', 'columns'],
  column: ['div', 'column'],
  cards: ['div', 'cards'],
  sortedCards: ['div', 'cards__sorted'],
  cardGroup: ['div', 'cards__group'],
  mixedCards: ['div', 'cards__mixed'],
  groupNames: ['ul', 'cards__names'],
  cardList: ['ol', 'cards__list'],
  cardWords: ['span'],
  later: ['div'],
  sources: ['ol', 'sources'],
};
