/** The version of what pages and program say to each other. Raise it where an old page could no longer understand the program, or be understood (R32). */
export const PROTOCOL = 2;
/** The oldest version that the program still speaks; what says no version is of version 1. */
export const MIN_PROTOCOL = 1;

/** What a page adds to the address of a request. */
export const VERSION_QUERY = `v=${PROTOCOL}`;

/** The code of the refusal that a page of another version gets. */
export const OLD_PAGE_CODE = 'old-page';
/** What it reads. */
export const OLD_PAGE = 'This page is from an older version. Load it again.';
const NEWER_PAGE = 'This page is from another version of Wholeclass. Load it again.';

/** Why a page that says this version is not understood, in words; null where it is. `value` is undefined where it says none. */
export function versionProblem(value: unknown): string | null {
  const version = value === undefined ? 1 : Number(value);
  if (version >= MIN_PROTOCOL && version <= PROTOCOL) return null;
  return version > PROTOCOL ? NEWER_PAGE : OLD_PAGE;
}
