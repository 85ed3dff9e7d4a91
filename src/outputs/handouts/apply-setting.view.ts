import { setWording } from '../../ui/wording.view.ts';

/** Words the page’s own parts and menu for its setting; `root` leads to the site’s root.
 * A site of files, whose pages are made without the school, asks it first. */
export async function applySetting(root: string): Promise<void> {
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
  if (isServed) return setWording(document.documentElement.dataset['setting'] ?? 'school');
  const { openSchoolHere } = await import('../../school/school-here.view.ts');
  setWording((await openSchoolHere(root).read()).school.setting);
}
