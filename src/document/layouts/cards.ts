import type { StateBlock, Token } from 'markdown-it';
import { closeTag, lineOf, openTag, pushInline, type LayoutInside } from '../layout-rule.ts';
import { mixCards } from './mix-cards.ts';

/** A card: its words, the group it belongs to, and the line it stands on. */
type Card = {
  readonly words: string;
  readonly group: number;
  readonly at: number;
  readonly number?: number;
};

type Group = { readonly name: string; readonly at: number };

/** More than these have no room on the board. */
const MAX_CARDS = 8;
const MAX_GROUPS = 3;

/**
 * Cards to sort into groups. The class sees them numbered and mixed, and one Next later in their groups.
 *
 *     ::: cards
 *     ### Pressure
 *     - Asking again after a no
 *     ### Not pressure
 *     - Saying that a no is fine
 *     :::
 */
export function cards(state: StateBlock, inside: LayoutInside): void {
  const { groups, all } = readCards(state, inside);
  const mixed = mixCards(all).map((card, at): Card => ({ ...card, number: at + 1 }));
  openTag(state, 'div', 'cards');
  openTag(state, 'div', 'cards__sorted step');
  for (const [nth, group] of groups.entries()) {
    openTag(state, 'div', 'cards__group');
    openTag(state, 'h4');
    pushInline(state, group.name, group.at);
    closeTag(state, 'h4');
    pushList(
      state,
      'cards__list',
      mixed.filter((card) => card.group === nth),
    );
    closeTag(state, 'div');
  }
  closeTag(state, 'div');
  openTag(state, 'div', 'cards__mixed');
  const names = groups.map(({ name, at }) => ({ words: name, at }));
  for (const token of [
    ...pushList(state, 'cards__names', names),
    ...pushList(state, 'cards__list', mixed),
  ]) {
    token.meta = { again: true };
  }
  closeTag(state, 'div');
  closeTag(state, 'div');
  tellOfCards(groups, all, inside);
}

type Item = { readonly words: string; readonly at: number; readonly number?: number };

function pushList(state: StateBlock, name: string, items: readonly Item[]): readonly Token[] {
  const tag = name === 'cards__names' ? 'ul' : 'ol';
  openTag(state, tag, name);
  const tokens = items.map(({ words, at, number }) => {
    openTag(state, 'li');
    // A card keeps its number wherever it lies.
    if (number !== undefined) state.tokens.at(-1)?.attrSet('value', String(number));
    // One piece beside the number, whatever is in it: a name is an element of its own once it is filled.
    if (number !== undefined) openTag(state, 'span');
    const token = pushInline(state, words, at);
    if (number !== undefined) closeTag(state, 'span');
    closeTag(state, 'li');
    return token;
  });
  closeTag(state, tag);
  return tokens;
}

function readCards(
  state: StateBlock,
  { from, to, tell }: LayoutInside,
): { readonly groups: readonly Group[]; readonly all: readonly Card[] } {
  const groups: Group[] = [];
  const all: Card[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lineOf(state, at);
    const [, heading] =
      /^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(line) ?? /^\*\*(.+?):?\*\*:?$/.exec(line) ?? [];
    const [, words] = /^(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$/.exec(line) ?? [];
    const last = all.at(-1);
    if (line === '') continue;
    if (heading !== undefined) groups.push({ name: heading, at });
    else if (groups.length === 0 || (words === undefined && last === undefined)) {
      const message = `Cannot tell what “${line.slice(0, 60)}” belongs to: a card is written “- …”, below the heading of its group, “### Pressure”`;
      tell(at, { code: 'card-without-group', severity: 'error', message });
    } else if (words !== undefined) all.push({ words, group: groups.length - 1, at });
    else if (last !== undefined) all[all.length - 1] = { ...last, words: `${last.words}\n${line}` };
  }
  return { groups, all };
}

function tellOfCards(
  groups: readonly Group[],
  all: readonly Card[],
  { from, tell }: LayoutInside,
): void {
  const line = from - 1;
  if (groups.length < 2 || all.length < 2) {
    const has = `${groups.length} ${groups.length === 1 ? 'group' : 'groups'} and ${all.length} ${all.length === 1 ? 'card' : 'cards'}`;
    const message = `Cannot give these cards out to sort: “::: cards” has ${has}, it needs two headings at least, each with a list of cards below it`;
    tell(line, { code: 'too-few-cards', severity: 'error', message });
  }
  if (groups.length > MAX_GROUPS || all.length > MAX_CARDS) {
    const message = `The board has room for ${MAX_CARDS} cards in ${MAX_GROUPS} groups, and these are ${all.length} in ${groups.length}: use two slides`;
    tell(line, { code: 'many-cards', severity: 'warning', message });
  }
}
