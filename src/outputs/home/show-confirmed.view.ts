import { EMPTY_SCHOOL, writeSchool } from '../../school/school.ts';
import { schoolKey } from '../../text/browser-keys.ts';
import { fetchFile } from '../../text/site-file.view.ts';

/** On a site of files, where pages are made without the school: puts in what someone has confirmed (M20); `root` leads to the site’s root. */
export async function showConfirmed(root: string): Promise<void> {
  if (document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page') {
    return;
  }
  // Most sites have no school in them: the page is as it should be, and what reads one is not loaded.
  if (!isSavedHere(root) && (await isEmptyThere(root))) return;
  const [{ openSchoolHere }, { showHomeHelp }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('./show-home-help.view.ts'),
  ]);
  const { school } = await openSchoolHere(root).read();
  showHomeHelp(document, school);
}

function isSavedHere(root: string): boolean {
  try {
    return localStorage.getItem(schoolKey(new URL(root, location.href).pathname)) !== null;
  } catch {
    return false;
  }
}

async function isEmptyThere(root: string): Promise<boolean> {
  const response = await fetchFile(`${root}school.json`).catch(() => null);
  if (response?.ok !== true) return false;
  const empty: unknown = JSON.parse(writeSchool(EMPTY_SCHOOL));
  return (await response.text()) === JSON.stringify(empty);
}
