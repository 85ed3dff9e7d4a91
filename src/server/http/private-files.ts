/** What holds a teacher's notes or a school's own words: no browser saves a copy of it. */
const PRIVATE: readonly RegExp[] = [
  /^lesson\//,
  /^approve\//,
  /^edit\/[^/]+\//,
  /^present\/[^/]+\/notes\.json$/,
  /^school(?:\.json$|\/)/,
  // Sheets for staff are made of notes and of what a plan says to the teacher alone.
  /^print\//,
];

/** True for a file of the staff door that no browser may save (R34); where staff sign in, that is every page: a computer is left to the next person. */
export function isPrivateFile(path: string, isGuarded: boolean): boolean {
  return (
    !path.startsWith('assets/') && (isGuarded || PRIVATE.some((pattern) => pattern.test(path)))
  );
}
