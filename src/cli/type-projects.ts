/** One way in which the compiler looks at the code: with these types around it, and files of this kind. */
export type TypeProject = {
  readonly name: string;
  readonly path: string;
  holds(file: string): boolean;
};

const inServer = /^src\/(?:server|site|print|cli)\//;
const inBrowser = /^src\/(?:pages\/|.*\.view\.tsx?$|film\/[^/]*\.d\.ts$)/;

/** All of the code, with all types around it. */
export const wholeProject: TypeProject = {
  name: 'tests',
  path: 'tsconfig.json',
  holds: (file) => /^(?:src|tests|media)\//.test(file),
};

/** All of the code, and then each part of `src` with what is there where it runs, and nothing else. */
export const typeProjects: readonly TypeProject[] = [
  wholeProject,
  {
    name: 'pure',
    path: 'src/tsconfig.pure.json',
    holds: (file) => file.startsWith('src/') && !inServer.test(file) && !inBrowser.test(file),
  },
  { name: 'browser', path: 'src/tsconfig.browser.json', holds: (file) => inBrowser.test(file) },
  { name: 'server', path: 'src/server/tsconfig.json', holds: (file) => inServer.test(file) },
];

/** What changes how all files are compiled. */
const SETTINGS = /(?:^|\/)(?:tsconfig[\w.]*|package|package-lock)\.json$/;
const CODE = /\.(?:tsx?|mts)$/;

/**
 * The projects that a change may break; all of them with null. The first has every file, and so finds whatever no longer fits together;
 * the others find what is not there where a file runs, which only a file of their own can ask for.
 */
export function projectsOf(changed: readonly string[] | null): readonly TypeProject[] {
  if (changed === null || changed.some((file) => SETTINGS.test(file))) return typeProjects;
  const code = changed.filter((file) => CODE.test(file));
  return typeProjects.filter(({ holds }) => code.some(holds));
}
