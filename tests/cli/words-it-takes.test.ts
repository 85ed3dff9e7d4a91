import { afterEach, expect, test, vi } from 'vitest';
import { golden } from '../../src/cli/golden.ts';
import { ok } from '../../src/cli/ok.ts';
import { pictures } from '../../src/cli/pictures.ts';

afterEach(() => vi.restoreAllMocks());

test.each([
  ['ok', ok, 'npm run ok takes only --whole, --no-tests'],
  ['golden', golden, 'npm run golden takes only --save'],
  ['pictures', pictures, 'npm run pictures takes only --format, --sheets, --slides'],
])('%s does nothing for a word that it does not know', async (_, command, takes) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await command(['--help'])).toBe(1);
  expect(error).toHaveBeenCalledExactlyOnceWith(`Cannot read “--help”: ${takes}.`);
});
