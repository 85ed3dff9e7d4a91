import type { Slots } from '../text/fill-page.ts';
import { html, type Html } from '../text/html.ts';

/** One thing that is kept: what, where, and until when. Each line is a rule of `room/SPEC.md`. */
type Kept = { readonly what: string; readonly where: string; readonly until: string };

const ROOM = 'On the computer that runs the lesson';

/** Everything that is kept while a lesson is taught, for whoever answers for it. */
export const keptThings: readonly Kept[] = [
  {
    what: 'The room: its code, its questions, how many pupils today, how many places are taken, where the lesson is, and what its teacher’s window is known by',
    where: ROOM,
    until: 'The teacher finishes the lesson, or 90 minutes after it began',
  },
  {
    what: 'For each place, random numbers: each lets it answer one question once, or send one note. And the key to the receipts of the open question',
    where: ROOM,
    until: 'That question closes, that note is sent, or the lesson is finished',
  },
  {
    what: 'An answer, beside such a number',
    where: 'In that computer’s memory, never on its disk',
    until: 'The question closes: a moment after the teacher presses “close”',
  },
  {
    what: 'Totals: how many chose what, and hands that were counted',
    where: ROOM,
    until: 'The teacher finishes the lesson, or 90 minutes after it began',
  },
  {
    what: 'A note from the question box, where the teacher opened one: its words, and nothing about who wrote it or when',
    where: ROOM,
    until: 'The lesson is finished. A note that is not sorted yet, or is for the safeguarding lead, stays until it is handed over',
  },
  {
    what: 'A tablet’s place in the room, and a sealed receipt for its last answer that nobody can read on the tablet',
    where: 'In that page of the tablet’s browser',
    until: 'The pupil leaves the page or hands the tablet on; the receipt goes when the question closes',
  },
  {
    what: 'Where the teacher is in the lesson, the key to its room and the words it comes from, and the characters’ names of today. Paper slips that are counted after the lesson, while their page is open',
    where: 'In the teacher’s browser',
    until:
      'The teacher finishes the lesson. If that is forgotten, the key opens nothing after 90 minutes, and the names are dropped when a lesson is next opened on another day',
  },
];

/** The page that says in plain words what is kept, for how long, and what is not in our hands: for pupils first, then for whoever answers for it. */
export function privacyPage(): Slots {
  const main = html`<h1>What is kept, and what is not</h1>
<p class="lead">We don’t ask your name. Your teacher sees totals. School computers may still be checked to keep people safe.</p>
${forPupils()}${limits()}
<section><h2>Everything that is kept</h2><table><thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Until</th></tr></thead>
<tbody>${keptThings.map(row)}</tbody></table>
<p>In a lesson, “What is kept?” on a tablet and “What is stored?” on the teacher’s page show this list as the room has it at that moment, with every value hidden.</p></section>
${neverKept()}${hosted()}`;
  return { main: String(main) };
}

function row({ what, where, until }: Kept): Html {
  return html`<tr><th scope="row">${what}</th><td data-label="Where">${where}</td><td data-label="Until">${until}</td></tr>`;
}

const forPupils = () => html`<section><h2>When you answer on a tablet</h2>
<ul><li>You take a place. A place has no name, and nobody asks you for one.</li>
<li>Your answer is covered as soon as you give it.</li>
<li>When the question closes, your answer becomes one more in a total. After that, nothing that is kept says what you chose.</li>
<li>You may always say “I’d rather not say”. It looks like every other answer.</li>
<li>The class sees words such as “about half”, never a number of pupils, and nothing at all when fewer than ten have answered.</li>
<li>When the lesson is finished, the totals go too.</li></ul></section>`;

const limits = () => html`<section><h2>What we cannot promise</h2>
<ul><li>School computers may still be checked to keep people safe. The school’s own monitoring may see a screen, what is typed and which pages are opened. We cannot see or stop that.</li>
<li>Somebody beside you can look while your finger is moving.</li>
<li>Everyone in the room can see a raised hand, and a slip of paper has your handwriting.</li>
<li>If you write about something worrying in the question box, it is passed to people who help. It does not say who wrote it, so tell an adult you trust as well.</li></ul></section>`;

const neverKept = () => html`<section><h2>What is never kept</h2>
<ul><li>Names, accounts, scores or how fast somebody was.</li>
<li>Which tablet it was: no address, no kind of device, no cookie.</li>
<li>When an answer came, or in what order.</li>
<li>Anything that would tie one pupil’s answers to two questions together.</li>
<li>A log of what pupils’ tablets ask for.</li></ul>
<p>Nothing on these pages comes from elsewhere, and nothing is sent anywhere else.</p></section>`;

const hosted = () => html`<section><h2>Where a school hosts it</h2>
<p>At a web address of the school, “the computer that runs the lesson” is the school’s server. Staff sign in there, and one cookie remembers that until the browser is closed, for twelve hours at most; it is on no pupil’s tablet. A web server that stands in front of it may write a log of its own, as it does for every site: ask IT to leave this address out of it. A large server may run the program several times over: then the room is in the memory of a store that all of them share (Valkey), and on no disk; if that store stops, its rooms have ended. On a site of files alone no tablet can answer, and what is counted stays in the teacher’s browser until the lesson is finished.</p></section>`;
