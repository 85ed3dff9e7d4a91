import { isHidden, type HiddenContacts } from '../../help/national.ts';
import { reportRemoveWords } from '../../help/report-remove.ts';
import { markWords } from '../../text/word-marks.ts';
import { html, type Html } from '../../text/html.ts';

/** One thing to do: what it is, and how. Where it leads to a service that the school found to be wrong, it says what it is `without` that, or is left out. */
type ParentStep = {
  readonly head: string;
  readonly words: string;
  readonly needs?: 'ceop' | 'report-remove' | '101';
  readonly without?: string;
};

/** Something that may have happened, in a parent’s words, with what to do, the first thing first. */
export type Happened = {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly ParentStep[];
  /** A part of the page that goes on from there, by its id, and what the link says. */
  readonly more?: { readonly to: string; readonly words: string };
};

const thanks = (more: string): ParentStep => ({
  head: 'Say thank you.',
  words: `“I’m glad you told me. You’re not in trouble with me.” ${more}`,
});
const leaveIt: ParentStep = {
  head: 'Don’t look, and don’t pass it on.',
  words:
    'Leave any picture where it is. Nobody needs it from you to help: not {the school}, not the police.',
};
const messages: ParentStep = {
  head: 'Keep the messages and usernames.',
  words: 'Don’t wipe the phone. Leave it with them: it is how they reach their friends.',
};
const school: ParentStep = {
  head: 'Tell {the school}.',
  words:
    'When it opens, ask for the safeguarding lead. They know what to do, and will ask your child what should happen.',
};
const police: ParentStep = {
  head: 'Tell the police.',
  words: 'Call 999 if anyone is in danger now, or 101 if it can wait.',
  needs: '101',
  without: 'Call 999 if anyone is in danger now.',
};
const stay: ParentStep = {
  head: 'Stay with them tonight.',
  words: 'If they talk of hurting themselves, call 999 or go to A&E.',
};
const ceop: ParentStep = {
  head: 'Report it to CEOP.',
  words: 'If it is an adult, or someone they only know online. An adviser writes back.',
  needs: 'ceop',
};
const takeDown: ParentStep = {
  head: 'Ask for it to be taken down.',
  words: `${reportRemoveWords.adults.ask} ${reportRemoveWords.adults.more}`,
  needs: 'report-remove',
};

/** What may have happened, as it is offered on the page for parents and carers. */
export const happened: readonly Happened[] = [
  {
    id: 'pressured',
    label: 'Someone is pressuring them',
    steps: [
      thanks('Asking again and again is pressure, and it’s not their fault.'),
      {
        head: 'They don’t have to answer.',
        words: 'They can stop replying now. A no needs no reason.',
      },
      {
        ...messages,
        words:
          'Then they can mute or block. Leave the phone with them: it is how they reach their friends.',
      },
      school,
      ceop,
    ],
  },
  {
    id: 'sent',
    label: 'They sent a nude',
    steps: [
      thanks('Don’t ask why for now.'),
      leaveIt,
      {
        head: 'They send nothing more.',
        words:
          'If it feels safe, they can write: “Please don’t pass that on.” If there is a threat, don’t reply.',
      },
      messages,
      takeDown,
      school,
      stay,
    ],
  },
  {
    id: 'threatened',
    label: 'Someone is threatening them',
    steps: [
      thanks('This is blackmail, and the person who threatens is breaking the law.'),
      stay,
      { head: 'Don’t pay, and send nothing more.', words: 'Paying usually leads to more threats.' },
      {
        ...messages,
        words:
          'Stop answering. Leave any picture where it is: don’t look, and don’t pass it on. Then block them.',
      },
      police,
      {
        head: 'Report it to CEOP too.',
        words: 'An adviser writes back.',
        needs: 'ceop',
      },
      {
        ...takeDown,
        head: 'Ask Report Remove.',
        words: `It can help to block a picture before it is shared, too. ${takeDown.words}`,
      },
    ],
  },
  {
    id: 'shared',
    label: 'A picture of them is being shared',
    steps: [
      thanks('The people who pass it on are responsible.'),
      leaveIt,
      takeDown,
      { ...messages, words: 'They show who passed it on. Don’t wipe the phone.' },
      {
        ...school,
        words:
          'When it opens, ask for the safeguarding lead. They can help to stop it going round.',
      },
      {
        ...stay,
        words: `It can feel like the end of the world to them. It isn’t, and you know it. ${stay.words}`,
      },
    ],
  },
  {
    id: 'fake',
    label: 'It’s a fake made with AI',
    steps: [
      thanks('A fake hurts just as much, and the help is the same.'),
      leaveIt,
      takeDown,
      { ...messages, words: 'They show who made it, or passed it on.' },
      school,
      { ...police, head: 'Tell the police if someone threatens them with it.' },
      stay,
    ],
  },
  {
    id: 'received',
    label: 'Someone sent them a nude',
    steps: [
      thanks('They did nothing wrong by getting it.'),
      leaveIt,
      {
        head: 'They don’t have to answer.',
        words:
          'Keep the messages and the username first. Then they can block them, and report them in the app.',
      },
      school,
      ceop,
    ],
  },
  {
    id: 'asked',
    label: 'My child asked for one, or shared one',
    steps: [
      {
        head: 'Stay calm, and listen to all of it.',
        words: '“I’m listening. I want to help you put this right.”',
      },
      { head: 'Stop it there.', words: 'No more asking, and nothing passed on.' },
      {
        head: 'Don’t look, and don’t delete anything yet.',
        words: 'Leave any picture where it is. Ask {the school} or the police first.',
      },
      {
        head: 'Tell {the school}.',
        words: 'They help both children. Telling early is much better than being found out.',
      },
      stay,
    ],
    more: {
      to: 'if-my-child-asked-for-it-or-passed-it-on',
      words: 'What helps now, and what the law says',
    },
  },
];

/**
 * What has happened, and what to do: choices whose steps come up below or beside them, without a
 * script and without a trace in the address. `whatever` stands while none is chosen.
 */
export function tonight(whatever: Html, hidden: HiddenContacts | undefined): Html {
  return html`<fieldset class="tonight__choose"><legend>What has happened?</legend>
${choice('any', 'I’m not sure yet', true)}${happened.map(({ id, label }) => choice(id, label, false))}</fieldset>
<div class="tonight__steps"><h3 class="tonight__title">What to do tonight</h3>
<div class="tonight__case" data-case="any">${whatever}</div>${happened.map((one) => steps(one, hidden))}</div>`;
}

function choice(id: string, label: string, isFirst: boolean): Html {
  return html`<label class="tonight__choice"><input type="radio" name="happened" value="${id}"${isFirst ? html` checked` : ''} /> <span>${label}</span></label>`;
}

function steps(
  { id, label, steps: all, more }: Happened,
  hidden: HiddenContacts | undefined,
): Html {
  const shown = all.flatMap((one) => {
    if (one.needs === undefined || !isHidden({ id: one.needs }, hidden)) return [one];
    return one.without === undefined ? [] : [{ ...one, words: one.without }];
  });
  return html`<div class="tonight__case" data-case="${id}"><p class="tonight__for">${label}</p><ol>${shown.map(({ head, words }) => html`<li><b>${markWords(head)}</b> ${markWords(words)}</li>`)}</ol>
${more === undefined ? '' : html`<p><a href="#${more.to}">${more.words}</a></p>`}</div>`;
}
