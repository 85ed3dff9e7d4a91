import { setWording } from '../../ui/wording.view.ts';

/** Words the page’s own parts and menu for its setting; `root` leads to the site’s root.
 * Only on a site of files, whose pages are made without the school: a server made them in its words. */
export async function applySetting(root: string): Promise<void> {
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
  if (isServed) return;
  const { openSchoolHere } = await import('../../school/school-here.view.ts');
  setWording((await openSchoolHere(root).read()).school.setting);
}
