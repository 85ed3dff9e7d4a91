/** The threads of messages in a slide's body, as HTML: on the worksheet they can be read aloud, and written on. */
export function threadsIn(body: string): readonly string[] {
  return [...body.matchAll(/<ol class="chat">.*?<\/ol>/gs)].map(([thread]) => thread);
}

/** The cards to sort in a slide's body, as HTML: mixed, and without the answer. */
export function mixedCardsIn(body: string): readonly string[] {
  return [...body.matchAll(/<div class="cards__mixed">(.*?)<\/div>/gs)].map(
    ([, cards = '']) => cards,
  );
}

/** The cards to sort in a slide's body, as HTML: in their groups, for the teacher. */
export function sortedCardsIn(body: string): readonly string[] {
  return [
    ...body.matchAll(/<div class="cards__sorted[^"]*">(.*?)<div class="cards__mixed">/gs),
  ].map(([, groups = '']) => groups.replace(/<\/div>\s*$/, ''));
}
