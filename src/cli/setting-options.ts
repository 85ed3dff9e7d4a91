import type { settingNames } from '../server/settings.ts';

type SettingName = (typeof settingNames)[number];

/** How each setting is written on the command line; the key is not, because every program may read that. */
const OPTIONS: Readonly<
  Record<Exclude<SettingName, 'STAFF_KEY'>, readonly [value: string, words: string]>
> = {
  PORT: ['number', 'the staff port, as hosts set it; STAFF_PORT wins'],
  STAFF_PORT: ['number', 'the port for staff; 4300 without it'],
  STAFF_HOST: ['name', 'the address or name for staff; only this computer without it'],
  STAFF_LISTEN: ['address', 'the address of this machine that the staff port listens on'],
  STAFF_KEY_FILE: ['path', 'a text file with the key that staff sign in with'],
  PUPIL_PORT: ['number', 'the port for pupils’ tablets; 80 without it, else 4301'],
  PUPIL_LISTEN: ['address', 'the address of this machine that the pupils’ port listens on'],
  PUBLIC_URL: ['address', 'the address that the board shows to pupils'],
  DATA_DIR: ['folder', 'where rooms and the school’s own words are kept; .data without it'],
  LESSONS_DIR: ['folder', 'your own lessons; lessons in the data folder without it'],
  VALKEY_URL: ['address', 'where several processes share their rooms'],
  TRUST_PROXY: ['proxies', '1 for a proxy on this machine that ends TLS, or its addresses'],
};

/** The settings as options: `--staff-port` is STAFF_PORT, and `staffPort` its name in what is read. */
export const settingOptions = Object.entries(OPTIONS).map(([variable, [value, words]]) => {
  const flag = variable.toLowerCase().replaceAll('_', '-');
  return {
    variable,
    flags: `--${flag} <${value}>`,
    words,
    name: flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  };
});
