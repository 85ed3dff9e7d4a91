/** What a sheet is called that is one of a lesson’s own: by its number, from 1, which no filter stops. */
export function ownSheetId(n: number): string {
  return `own-${n}`;
}

/** True for the id of such a sheet. */
export function isOwnSheet(id: string): boolean {
  return /^own-\d+$/.test(id);
}
