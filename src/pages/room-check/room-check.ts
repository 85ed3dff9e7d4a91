import { startCheckLine } from '../../outputs/home/check-line.view.ts';
import { applySetting } from '../../outputs/handouts/apply-setting.view.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';

const isServed =
  document.querySelector<HTMLMetaElement>('meta[name="wholeclass-room"]')?.content === 'server';
const box = document.querySelector<HTMLElement>('[data-check]');
const choice = document.querySelector<HTMLSelectElement>('#lesson');
const alone = document.querySelector<HTMLElement>('[data-alone]');

void applySetting('../');
startRunningNotice();
// A site of files alone has no program that a tablet could reach.
if (alone) alone.hidden = isServed;
if (!isServed) choice?.closest('p')?.remove();
if (isServed && box && choice) {
  const asked = new URLSearchParams(location.search).get('lesson');
  if ([...choice.options].some(({ value }) => value === asked)) choice.value = asked ?? '';
  startCheckLine(box, { api: new URL('../api/', location.href).href, lesson: () => choice.value });
}
