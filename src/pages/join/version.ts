// As `text/protocol-version.ts` has them: shared with other pages they would be one more file to wait for.

/** What this page adds to the address of a request. */
export const VERSION_QUERY = 'v=2';
/** The code of the refusal that a page of another version gets. */
export const OLD_PAGE_CODE = 'old-page';
/** What it reads then. */
export const OLD_PAGE = 'This page is from an older version. Load it again.';
