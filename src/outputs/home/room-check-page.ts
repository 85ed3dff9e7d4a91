import { markWord } from '../../text/word-marks.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import type { LessonCard } from '../library/lesson-card.ts';
import type { ProgramFacts } from './program-facts.ts';

/** The page for the technician: one tablet is tried, and what to allow where it does not get through. */
export function roomCheckPage(
  cards: readonly LessonCard[],
  { pupilPorts }: Pick<ProgramFacts, 'pupilPorts'>,
): Slots {
  const lessons = cards.filter(({ opens }) => opens);
  const main = html`<p class="advice room-check__alone" data-alone hidden>This is a site of files only: no tablet needs to reach it, and none can answer. Hands, slips and paper are all here. When tablets are to answer, Wholeclass runs as a program, on the ${markWord('teacher')}’s computer or at a web address of ${markWord('the school')}.</p>
${lessons.length === 0 ? html`<p class="advice">There are no lessons here yet. Put one into the folder <code>lessons</code>, then load this page again.</p>` : tryOne(lessons)}
<div class="room-check__parts">${whenNot()}${toAllow(pupilPorts)}${ofACheck()}</div>`;
  return { main: String(main) };
}

function tryOne(lessons: readonly LessonCard[]): Html {
  return html`<p class="room-check__lesson"><label for="lesson">With the words of</label> <select id="lesson">${lessons.map(({ slug, title }) => html`<option value="${slug}">${title}</option>`)}</select></p>
<div data-check hidden></div>
<noscript><p class="advice">The check needs JavaScript. Allow it for this address, then load the page again.</p></noscript>`;
}

const whenNot = () => html`<section><h2>When nothing comes</h2>
<dl><dt>The tablet says that the address cannot be reached</dt><dd>The Wi-Fi keeps devices apart (“client isolation”), tablets and this computer are on different networks, or this computer’s firewall lets nobody in. Put both on one network without isolation, or host Wholeclass at a web address of ${markWord('the school')}.</dd>
<dt>The tablet shows a page of the filter</dt><dd>The filter does not know the address, or objects to words on the page. Allow the address, by name or number, with the lesson’s words.</dd>
<dt>It works, but not in time</dt><dd>Teach with hands and paper slips. The lesson, the film, the board and the paper are the same.</dd></dl></section>`;

const toAllow = ([port = 0, ...others]: readonly number[]) => html`<section><h2>What to allow</h2>
<ul><li>Plain web requests from tablets to this computer, on port ${port}${others.length === 0 ? '' : `, or ${others.join(', ')} where ${port} is taken`}, unless <code>PUPIL_PORT</code> says otherwise. At a hosted address: https.</li>
<li>No WebSocket, no WebRTC, no other address: nothing is loaded from elsewhere.</li>
<li>Streams that a proxy holds back are no harm: after two seconds a page asks again and again instead.</li></ul>
<p><a href="../privacy/#for-it">More for IT</a>: the firewall, what a filter may report, addresses. <a href="../privacy/#for-it-running">Keys, files and settings</a> are next to it.</p></section>`;

const ofACheck = () => html`<section><h2>What’s stored about a check</h2>
<p>One yes, in memory: a tablet has been there. Nothing about the tablet is kept or written down. <a href="../privacy/">What Wholeclass keeps</a></p></section>`;
