const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether words run from the right: where their first letter does (Unicode Bidirectional Algorithm, P2). */
export function isRightToLeft(words: string): boolean {
  const [first = ''] = /\p{L}/u.exec(words) ?? [];
  return RIGHT_TO_LEFT.test(first);
}
