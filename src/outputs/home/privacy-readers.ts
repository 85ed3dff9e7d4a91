import { forAdults } from '../../ui/home-foot.ts';
import { markWords } from '../../text/word-marks.ts';
import type { Slots } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';

/** What one kind of reader wants to know, in a minute: parts with a few sentences each, and where the long page goes on. */
type Reader = {
  /** The last folder of its address, `privacy/parents/`. */
  readonly id: string;
  /** Who reads it, as the link to it says. */
  readonly who: string;
  readonly title: string;
  readonly lead: string;
  readonly isForAdults: boolean;
  /** Where those find help who came here by a search, `help/` from the site’s root. */
  readonly help?: { readonly to: string; readonly words: string };
  readonly parts: readonly { readonly heading: string; readonly says: readonly string[] }[];
  /** The handout that has to be there for what it leads to; none where every site has it. */
  readonly needs?: string;
  /** Parts of the long page, by their ids. */
  readonly more: readonly { readonly to: string; readonly words: string }[];
};

const COMPLAIN =
  'If the answer doesn’t help, you may complain to the Information Commissioner’s Office (ICO), for data protection in the United Kingdom.';
const NO_VISITS =
  'These pages use no cookies and count no visits. Nothing on them comes from another site.';
const HOST_LOG =
  'The web host of this site may keep a log of which pages were opened, and from where.';

/** A page for each reader, young people first. */
export const privacyReaders: readonly Reader[] = [
  {
    id: 'young-people',
    who: 'Young people',
    title: 'Privacy for young people',
    lead: 'We don’t ask your name, at home or in a lesson.',
    isForAdults: false,
    help: { to: 'help/', words: 'Need help? Get it now' },
    parts: [
      {
        heading: 'At home',
        says: [
          'No account, no name, no cookies. Nothing counts your visits.',
          'Replies that you save stay on this device. A picture that you save goes to its downloads. Anyone who uses it can see them.',
          'What you choose isn’t sent to anyone.',
          '“Leave this page” hides it at once. It doesn’t clear your browsing history.',
        ],
      },
      {
        heading: 'In a lesson, on a tablet',
        says: [
          'You get a seat without a name.',
          'Your answer is covered straight away. Then it is one more in a total.',
          'The {class} sees words, such as “about half”. Your {teacher} sees totals, never who chose what.',
          'You can always choose “I’d rather not say”. It looks like any other answer.',
          'When the lesson is finished, the totals go too.',
        ],
      },
      {
        heading: 'What we can’t promise',
        says: [
          '{School computers} may still be checked to keep people safe.',
          'The web host may keep a log of which pages were opened.',
          'Someone beside you can look at your screen. Everyone can see a raised hand.',
          'A note in the question box goes to people who help, if it is about something worrying. It doesn’t say who wrote it, so tell an adult you trust, too.',
        ],
      },
      {
        heading: 'If something seems wrong',
        says: [
          'Tell an adult you trust in {the school}. They can show you what a lesson stores. You can also complain to the Information Commissioner’s Office (ICO), on your own or with an adult.',
        ],
      },
    ],
    more: [
      { to: 'when-you-answer-on-a-tablet', words: 'When you answer on a tablet' },
      {
        to: 'what-we-promise-and-where-each-promise-ends',
        words: 'Every promise, and where it ends',
      },
    ],
  },
  {
    id: 'parents',
    who: 'Parents and carers',
    title: 'Privacy for parents and carers',
    lead: 'Your child is never asked for a name, and nothing that a lesson stores says who answered what.',
    isForAdults: true,
    help: { to: 'help/adults/', words: 'Worried? Get help now' },
    parts: [
      {
        heading: 'When you read these pages',
        says: [
          NO_VISITS,
          HOST_LOG,
          'What you choose under “What has happened?” is neither saved nor sent, and isn’t in the address.',
        ],
      },
      {
        heading: 'When your child has the lesson',
        says: [
          'They may answer by raised hand, which everyone can see, on paper or on a tablet. They never have to.',
          'On a tablet they get a seat without a name. When a question closes, their answer becomes one in a total.',
          'The {class} sees words such as “about half”, and nothing where fewer than ten answered.',
          'After the lesson, the totals are deleted.',
          '{School computers} may still be checked to keep people safe.',
        ],
      },
      {
        heading: 'If your child writes something worrying',
        says: [
          'A note in the question box has no name. The {teacher} reads it, and passes it to the safeguarding lead where needed.',
          '{The school} promises no secrecy, and follows its safeguarding policy, as with anything a child says.',
        ],
      },
      {
        heading: 'Questions, and complaints',
        says: [
          '{The school} decides that the lesson is taught, and answers for it. It can show you what a lesson stores.',
          COMPLAIN,
        ],
      },
    ],
    more: [
      { to: 'everything-that-is-kept', words: 'Everything that is stored, line by line' },
      { to: 'who-answers-for-it', words: 'Who answers for it' },
    ],
  },
  {
    id: 'data-protection',
    who: 'Data protection officers',
    title: 'Privacy for data protection officers',
    needs: 'data-protection',
    lead: 'No personal data of a {pupil} is asked for. This is what there is, and who answers for it.',
    isForAdults: true,
    parts: [
      {
        heading: 'Who is who',
        says: [
          '{The school} is the controller. The makers of Wholeclass get, run and see nothing: they are neither controller nor processor.',
          'A host of the pages, or those who run a server for {the school}, may be a processor. With a folder or `npm start` nobody is.',
        ],
      },
      {
        heading: 'What data there is',
        says: [
          'In a lesson with tablets: random numbers for a seat, answers in memory while a question is open, then totals, until the lesson ends.',
          'Notes from the question box, without a name: as they were written while the lesson runs. Then those that wait are sealed for the safeguarding lead, once a first key is made, and deleted a day after they were dealt with.',
          'Of staff: the names, roles and ways to reach them that {the school} types in.',
          'The program passes nothing on, no one is profiled, and no decision is automatic.',
        ],
      },
      {
        heading: 'What is {the school}’s to do',
        says: [
          'Complete the impact assessment, which has what is true of the program in it already.',
          'Name the lawful basis, put it in the privacy notice, and ask IT to leave these addresses out of logs.',
          'Say in that notice how to complain to {the school} and to the Information Commissioner’s Office (ICO).',
        ],
      },
    ],
    more: [
      { to: 'who-answers-for-it', words: 'Controller and processor, by how it is opened' },
      { to: 'everything-that-is-kept', words: 'Everything that is stored, and until when' },
      {
        to: 'what-we-promise-and-where-each-promise-ends',
        words: 'Every promise, its limits and its tests',
      },
      { to: 'data-protection', words: 'The impact assessment, to fill in' },
    ],
  },
  {
    id: 'it',
    who: 'IT',
    title: 'Privacy for IT',
    needs: 'for-it',
    lead: 'Pages ask nothing of any other address. A web address or a folder needs nothing installed.',
    isForAdults: true,
    parts: [
      {
        heading: 'What goes over the network',
        says: [
          'Pages with only their own files: no fonts, scripts, statistics or players from elsewhere. A policy in every page holds browsers to it.',
          'To set up `npm start`: once, the package registry.',
          'With tablets: one port, from the tablets’ network to the {teacher}’s computer, or https to {the school}’s own server.',
          'Every answer and every pass has one size, and so has every note.',
        ],
      },
      {
        heading: 'What your systems may hold',
        says: [
          'A proxy, a filter or a web server may log who opened which page. Leave these addresses out of it.',
          'A monitor of screens or keys may report words of the lessons. The list of words is on the long page.',
          'The file of a lesson is emptied when it ends. A backup made meanwhile still has it: leave that folder out.',
        ],
      },
      {
        heading: 'What is stored where',
        says: [
          'On the {teacher}’s computer or {the school}’s server: the running lesson, sealed notes, {the school}’s own data, lessons of staff.',
          'In browsers: what is on the list, no cookie on a {pupil}’s device.',
        ],
      },
    ],
    more: [
      { to: 'for-it', words: 'What to allow, and what may be noticed' },
      { to: 'for-it-running', words: 'Keys, files and settings' },
      { to: 'what-browsers-keep', words: 'What browsers store' },
    ],
  },
];

/** The page on privacy of a site for everyone: what holds for those who read it there, then `whole`, folded. */
export function privacyAtHome(whole: Html): Html {
  return html`<div class="privacy__short"><h1>Privacy</h1><p class="lead">${NO_VISITS} You don’t need an account, and nobody asks your name.</p>
<div class="privacy__text"><section class="privacy__part"><h2>When you read these pages</h2><ul><li>What you choose isn’t sent to anyone.</li><li>Replies that you save stay on this device. Anyone who uses it can see them.</li><li>“Leave this page” hides it at once. It doesn’t clear your browsing history.</li><li>${HOST_LOG}</li></ul></section>
<section class="privacy__part"><h2>When a class has the lesson</h2>${privacyReadersNav([])}</section>
<section class="privacy__part"><h2>Questions, and complaints</h2><p>Ask the people who run this site. ${COMPLAIN}</p></section></div>
<details class="privacy__all"><summary>Everything that is stored, line by line</summary><div class="privacy">${whole}</div></details></div>`;
}

/** The short page of one reader, with the long one behind it. */
export function privacyReaderPage({ title, lead, help, parts, more }: Reader): Slots {
  const main = html`<div class="privacy__short"><h1>${title}</h1><p class="lead">${markWords(lead)}</p>${help === undefined ? '' : html`<p class="screen-only"><a class="button" href="../../${help.to}">${help.words}</a></p>`}<div class="privacy__text">${parts.map(({ heading, says }) => html`<section class="privacy__part"><h2>${markWords(heading)}</h2><ul>${says.map((one) => html`<li>${code(one)}</li>`)}</ul></section>`)}
<section class="privacy__part"><h2>Read more</h2><ul class="privacy__more">${more.map(({ to, words }) => html`<li><a href="../#${to}">${words}</a></li>`)}<li><a href="../">The whole page on privacy</a></li></ul></section></div></div>`;
  return { title, main: String(main) };
}

/** Where the short pages are, on the long one with these handouts; on pupils’ devices only theirs. */
export function privacyReadersNav(slugs: readonly string[]): Html {
  const there = privacyReaders.filter(({ needs }) => needs === undefined || slugs.includes(needs));
  return html`<nav class="privacy__readers" aria-label="In a minute"><p>In a minute, for</p><ul>${there.map((one) => (one.isForAdults ? forAdults(link(one)) : link(one)))}</ul></nav>`;
}

function link({ id, who }: Reader): Html {
  return html`<li><a class="button" href="./${id}/">${who}</a></li>`;
}

// A command is set as code.
function code(words: string): Html {
  return html`${words.split('`').map((piece, at) => (at % 2 === 0 ? markWords(piece) : html`<code>${piece}</code>`))}`;
}
