import * as v from 'valibot';
import { record } from '../text/schema.ts';
import { refusalMessage } from '../text/refusal.ts';
import { schoolKey } from '../text/browser-keys.ts';
import { fetchFile, isInFolder } from '../text/site-file.view.ts';
import { readSchool, readSchoolText, type ReadSchool } from './read-school.ts';
import { EMPTY_SCHOOL, writeSchool, type School } from './school.ts';

/** The school’s data as this browser reaches it: in the program that serves the page, or, on a site of files, in the browser itself. */
export type SchoolHere = {
  /** The school as it is now; what could not be read is said in `problems`. */
  read(): Promise<ReadSchool>;
  /** Keeps a school; resolves to one sentence where that failed, and to nothing where it is kept. */
  write(school: School): Promise<string>;
};

/** Opens the school; `root` leads from the page to the site’s root. */
export function openSchoolHere(root: string): SchoolHere {
  // The first page of a folder is not told where rooms run: no program is behind any file.
  const isServed =
    !isInFolder() &&
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
  return isServed ? served(new URL(`${root}api/school`, location.href)) : inBrowser(root);
}

const AWAY =
  'Wholeclass cannot be reached, so the last change is not saved yet. It is tried again with the next change.';

const servedSchool = v.object({
  mark: v.string(),
  school: record(v.unknown()),
  problems: v.array(v.string()),
});

function served(address: URL): SchoolHere {
  let mark = '';

  async function take(response: Response): Promise<ReadSchool> {
    const body = v.parse(servedSchool, await response.json());
    mark = body.mark;
    return {
      school: readSchool({ wholeclass: 'school', version: 1, ...body.school }).school,
      problems: body.problems,
    };
  }

  return {
    async read() {
      const response = await fetch(address).catch(() => null);
      return response?.ok === true
        ? take(response)
        : {
            school: EMPTY_SCHOOL,
            problems: ['Wholeclass cannot be reached. Load the page again.'],
          };
    },
    async write(school) {
      const body = JSON.stringify({ was: mark, school: JSON.parse(writeSchool(school)) });
      const response = await fetch(address, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      }).catch(() => null);
      if (response === null) return AWAY;
      if (response.ok) return (await take(response), '');
      const answer: unknown = await response.json().catch(() => null);
      return refusalMessage(answer) ?? AWAY;
    },
  };
}

// The file that lies at the site’s root is everyone’s; what someone changed in this browser later is this browser’s.
function inBrowser(root: string): SchoolHere {
  const key = schoolKey(new URL(root, location.href).pathname);

  async function read(): Promise<ReadSchool> {
    const [here, everybodys] = [readSaved(key), await readFile(`${root}school.json`)];
    if (here === null) return everybodys ?? { school: EMPTY_SCHOOL, problems: [] };
    return everybodys !== null && everybodys.school.saved > here.school.saved ? everybodys : here;
  }

  return {
    read,
    write: async (school) =>
      save(key, writeSchool(school))
        ? ''
        : 'This browser keeps nothing. Use “Save as one file” before you leave the page.',
  };
}

async function readFile(address: string): Promise<ReadSchool | null> {
  const response = await fetchFile(address).catch(() => null);
  return response?.ok === true ? readSchoolText(await response.text()) : null;
}

function readSaved(key: string): ReadSchool | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : readSchoolText(text);
  } catch {
    return null;
  }
}

function save(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
