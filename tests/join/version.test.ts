import { expect, test } from 'vitest';
import * as own from '../../src/pages/join/version.ts';
import { OLD_PAGE, OLD_PAGE_CODE, VERSION_QUERY } from '../../src/text/protocol-version.ts';

test('[R32] the pupils’ page is of the version that all other pages are of', () => {
  expect({ ...own }).toEqual({ OLD_PAGE, OLD_PAGE_CODE, VERSION_QUERY });
});
