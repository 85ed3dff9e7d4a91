import { speakAsIn } from '../../ui/said.view.ts';

/** Has the page’s own parts and its menu say what things are called here; `root` leads to the site’s root. A site of files, whose pages are made without the school, asks it first. */
export async function speakHere(root: string): Promise<void> {
  const isServed =
    document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page';
  if (isServed) return speakAsIn(document.documentElement.dataset['setting'] ?? 'school');
  const { openSchoolHere } = await import('../../school/school-here.view.ts');
  speakAsIn((await openSchoolHere(root).read()).school.setting);
}
