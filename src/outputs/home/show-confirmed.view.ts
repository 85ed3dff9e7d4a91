/** On a site of files, where pages are made without the school: puts in what someone has confirmed (M20); `root` leads to the site’s root. */
export async function showConfirmed(root: string): Promise<void> {
  if (document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content !== 'page') {
    return;
  }
  const [{ openSchoolHere }, { showHomeHelp }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('./show-home-help.view.ts'),
  ]);
  const { school } = await openSchoolHere(root).read();
  showHomeHelp(document, school);
}
