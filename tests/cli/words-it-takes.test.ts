import { afterEach, expect, test, vi } from 'vitest';
import { pictures } from '../../src/cli/pictures.ts';

afterEach(() => vi.restoreAllMocks());

test.each([['pictures', pictures, 'npm run pictures takes only --format, --sheets, --slides']])(
  '%s does nothing for a word that it does not know',
  async (_, command, takes) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await command(['--help'])).toBe(1);
    expect(error).toHaveBeenCalledExactlyOnceWith(`Cannot read “--help”: ${takes}.`);
  },
);
