import { render } from 'preact';
import { tokenIn } from '../../approval/approval-protocol.ts';
import { parseLessonToApprove, type LessonToApprove } from '../../approval/lesson-to-approve.ts';
import { leadToFilmHere } from '../../film/films-here.view.ts';
import { startWatchButtons } from '../../film/watch-film.view.ts';
import { openSchoolDesk } from '../../school/school-desk.view.ts';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import '../../ui/controls.css';
import { setWording } from '../../ui/wording.view.ts';
import { ReviewFirst } from './doors.tsx';
import { AnswerPage } from './answer-page.tsx';
import { listApprovals } from './list-approvals.ts';

/** From this page to the site’s root. */
const ROOT = '../../';

const place = document.querySelector<HTMLElement>('#approve');
const lesson = parseLessonToApprove(document.querySelector('#to-approve')?.textContent ?? '');
if (place && lesson) start(place, lesson);
// Another link of the same lesson is another request.
addEventListener('hashchange', () => {
  if (tokenIn(location.hash) !== null) location.reload();
});
// A link was made for the lesson as the one who asks has it.
if (tokenIn(location.hash) === null) void leadToFilmHere(ROOT);
void listApprovals('../');
startWatchButtons(ROOT);
startRunningNotice();

function start(into: HTMLElement, one: LessonToApprove): void {
  into.textContent = '';
  if (one.why !== null) {
    render(<ReviewFirst root={ROOT} slug={one.slug} why={one.why} />, into);
    return;
  }
  openSchoolDesk((desk) => {
    if (desk.school) setWording(desk.school.setting);
    render(<AnswerPage root={ROOT} lesson={one} desk={desk} />, into);
  }, ROOT);
}
