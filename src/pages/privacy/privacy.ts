import { startOffline } from '../../look/offline.view.ts';

startOffline();
// The program has said it in the page; on a site of files the school’s data say where it is used.
if (document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'page') void sayAsHere();

async function sayAsHere(): Promise<void> {
  const [{ openSchoolHere }, { sayInYouthWork }] = await Promise.all([
    import('../../school/school-here.view.ts'),
    import('../../look/say-in-youth-work.view.ts'),
  ]);
  const { school } = await openSchoolHere('../').read();
  if (school.setting === 'youth-work') sayInYouthWork(document.body);
}
