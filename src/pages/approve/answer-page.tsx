import { useEffect, useRef, useState } from 'preact/hooks';
import { lessonGate, MAX_NOTE, type AnswerStep, type LinkState } from '../../approval/approval.ts';
import { approvalLine } from '../../approval/approval-line.ts';
import {
  openApprovalHere,
  type ApprovalReply,
  type ProvenBy,
} from '../../approval/approval-here.view.ts';
import { askedFrom } from '../../approval/asked-from.ts';
import { tokenIn, type ApprovalView } from '../../approval/approval-protocol.ts';
import { endedWords } from '../../approval/approval-words.ts';
import type { SentAnswer } from '../../approval/sent-answer.ts';
import type { LessonToApprove } from '../../approval/lesson-to-approve.ts';
import { parseKeyWords } from '../../room/key-words.ts';
import { troubleWith } from '../../room/words-field.view.tsx';
import { gateState, gateWords } from '../../school/gate.ts';
import type { SchoolDesk } from '../../school/school-desk.view.ts';
import { gateTicks, type Approver, type GateTick, type School } from '../../school/school.ts';
import { dayWords } from '../../text/day.ts';
import { listWords } from '../../text/list-words.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import { today } from '../../text/today.view.ts';
import { Button, Icon } from '../../ui/controls.view.tsx';
import { RadioTicks, Tick } from '../../ui/fields.view.tsx';
import { loadAgain, newIn } from './changed-lesson.ts';
import { SendBack } from './send-back.tsx';
import { checkedAlready, ContactsPart, Step } from './contacts-part.tsx';
import { ProofPart } from './doors.tsx';
import { ownTicks, ReadyPart } from './ready-part.tsx';
import { WayBack } from './way-back.tsx';

type PageProps = {
  readonly root: string;
  readonly lesson: LessonToApprove;
  readonly desk: SchoolDesk;
};

/** The lead's answer: who helps, who is there, and whether the lesson may be taught. */
export function AnswerPage({ root, lesson: first, desk }: PageProps) {
  const { slug } = first;
  const now = useLesson(root, first);
  const [token] = useState(() => tokenIn(location.hash));
  const [view, setView] = useState<ApprovalView | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    void readWithLink(root, slug, token).then((reply) =>
      reply.is === 'done' ? setView(reply.body) : setTrouble(reply.message),
    );
  }, [root, slug, token]);

  const ended = endedLink(view?.link ?? null);
  useEffect(() => {
    const above = document.getElementById('link-ended');
    if (above === null) return;
    above.textContent = ended;
    above.hidden = ended === '';
  }, [ended]);

  const { school } = desk;
  if (trouble !== '') {
    return (
      <section class="card approve-part">
        <p role="alert">{trouble}</p>
        <p>
          <Button onPress={() => location.reload()} icon="replay">
            Try again
          </Button>
        </p>
      </section>
    );
  }
  if (school === null || view === null) return <p role="status">Looking it up…</p>;
  return (
    <Answer {...{ root, now, desk, school, view, setView, token, isServed: isServedHere() }} />
  );
}

// A tab that a teacher opened for the lead may be quicker than the request that makes its link known.
async function readWithLink(
  root: string,
  slug: string,
  token: string | null,
): Promise<ApprovalReply> {
  const here = openApprovalHere(root, slug);
  const reply = await here.read(token);
  const isUnknown = reply.is === 'done' && reply.body.link?.is === 'unknown';
  if (!isUnknown || !isServedHere()) return reply;
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  return here.read(token);
}

const LOOK_AGAIN_MS = 1_000;

/** What changed in the lesson while its page was open: what is new, in words, and whether the lead has looked at it; or why it is reviewed first. */
type News =
  | { readonly is: 'changed'; readonly words: string; readonly isLookedAt: boolean }
  | { readonly is: 'for review'; readonly why: string };

type LessonNow = {
  readonly lesson: LessonToApprove;
  readonly news: News | null;
  readonly lookAt: (on: boolean) => void;
  /** Takes what is new in the lesson; true where something is. */
  readonly lookAgain: () => Promise<boolean>;
};

// It is looked up when the lead comes back from another tab, such as the slides', and before an answer is given up.
function useLesson(root: string, first: LessonToApprove): LessonNow {
  const [lesson, setLesson] = useState(first);
  const [seen, setSeen] = useState(first);
  const [news, setNews] = useState<News | null>(null);

  async function lookAgain(): Promise<boolean> {
    const now = await loadAgain(lesson, root);
    if (now === null) return false;
    if (now.why !== null) {
      setNews({ is: 'for review', why: now.why });
      return true;
    }
    // Of two changes in a row both are new, until the first was looked at.
    const before = news?.is === 'changed' && news.isLookedAt ? lesson : seen;
    setSeen(before);
    setLesson(now);
    setNews({ is: 'changed', words: newIn(before, now), isLookedAt: false });
    return true;
  }

  useEffect(() => {
    function back(): void {
      if (document.visibilityState === 'visible' && isServedHere()) void lookAgain();
    }
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  });

  const lookAt = (isLookedAt: boolean) =>
    setNews(news?.is === 'changed' ? { ...news, isLookedAt } : news);
  return { lesson, news, lookAt, lookAgain };
}

/** The status of a refusal where the lesson is another than the one that was read. */
const CHANGED = 412;

// On a site of files an unknown link was made in another browser.
function endedLink(link: LinkState | null): string {
  if (link === null || link.is === 'open') return '';
  return link.is === 'unknown' && !isServedHere() ? '' : endedWords(link);
}

type AnswerProps = Omit<PageProps, 'lesson'> & {
  readonly now: LessonNow;
  readonly school: School;
  readonly view: ApprovalView;
  readonly setView: (view: ApprovalView) => void;
  readonly token: string | null;
  readonly isServed: boolean;
};

/** What is still to do, the first of it in which field, and below what it is named. */
type Wanted = {
  readonly field: string;
  readonly at: 'ticks' | 'answer';
  readonly words: string;
};

function Answer({ root, now, desk, school, view, setView, token, isServed }: AnswerProps) {
  const { lesson, news } = now;
  const [contacts, setContacts] = useState(() => checkedAlready(school));
  const [ticked, setTicked] = useState<readonly GateTick[]>([]);
  const [role, setRole] = useState<Approver | null>(null);
  const [words, setWords] = useState('');
  const [wordsTrouble, setWordsTrouble] = useState('');
  const [note, setNote] = useState<string | null>(null);
  const [status, announce] = useState<{ readonly is: 'trouble' | 'news'; readonly words: string }>({
    is: 'news',
    words: '',
  });
  const [isSaving, setSaving] = useState(false);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [answer, setAnswer] = useState<SentAnswer | null>(null);
  const byLink = view.link?.is === 'open';
  // The link was made in another browser, which no program of ours is between.
  const isElsewhere = !isServed && view.link?.is === 'unknown';
  const needsKey = isServed && !byLink;
  const gate = lessonGate({ state: view.state, school, why: null }, today());
  const isApproved = gate.is === 'done' && view.state.is === 'approved';
  const [isAnswered, setAnswered] = useState(isApproved && !byLink);
  const [from] = useState(() => askedFrom(location.search));

  function proof(): ProvenBy | null {
    if (byLink) return { proof: isServed ? 'link' : 'here', secret: token ?? '' };
    if (!isServed) return { proof: 'here', secret: '' };
    const key = parseKeyWords(words);
    setWordsTrouble(key.is === 'words' ? '' : troubleWith(words));
    return key.is === 'words' ? { proof: 'key', secret: key.words } : null;
  }

  function missing(step: AnswerStep['type']): Wanted | null {
    const ticks = step === 'approve' ? ownTicks.filter((one) => !ticked.includes(one)) : [];
    const isUnseen = step === 'approve' && news?.is === 'changed' && !news.isLookedAt;
    if (ticks[0] !== undefined) {
      // All at once, so that no one presses for each.
      const all = listWords(ticks.map((tick) => `“${gateWords[tick]}”`));
      const next = [
        ...(isUnseen ? ['look at what changed'] : []),
        ...(role === null ? ['say who is answering'] : []),
      ];
      const then = next.length === 0 ? '' : ` Then ${listWords(next)}.`;
      return { field: `gate-${ticks[0]}`, at: 'ticks', words: `Still needed: ${all}.${then}` };
    }
    if (isUnseen) {
      return { field: 'looked', at: 'answer', words: 'Still needed: look at what changed.' };
    }
    if (role === null) {
      return { field: 'role-0', at: 'answer', words: 'Still needed: say who is answering.' };
    }
    if (step === 'refuse' && (note ?? '').trim() === '') {
      return { field: 'note', at: 'answer', words: 'Still needed: what should change first.' };
    }
    if (needsKey && proof() === null) {
      return { field: 'words', at: 'answer', words: 'Still needed: your eight words, or a link.' };
    }
    return null;
  }

  async function send(type: AnswerStep['type']): Promise<void> {
    if (isSaving) return;
    const first = missing(type);
    const by = proof();
    setWanted(first);
    if (first !== null || role === null || by === null) {
      announce({ is: 'news', words: '' });
      const field = document.getElementById(first?.field ?? 'words');
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
      return;
    }
    setSaving(true);
    announce({ is: 'news', words: 'Saving…' });
    const sentence = await saveContacts(desk, { school, contacts, role });
    if (sentence !== '') {
      setSaving(false);
      return announce({ is: 'trouble', words: sentence });
    }
    const step: AnswerStep =
      type === 'approve'
        ? { type, by: role, ticked: gateTicks }
        : { type, by: role, note: (note ?? '').trim() };
    if (isElsewhere && token !== null) {
      setSaving(false);
      setNote(null);
      setAnswer(answerOf(step, { lesson, token, contacts, hidden: school.hidden }));
      setAnswered(true);
      document.getElementById('answer')?.focus();
      return announce({ is: 'news', words: 'Now send your answer back.' });
    }
    const reply = await openApprovalHere(root, lesson.slug).answer(step, by);
    const isNew = reply.is === 'refused' && reply.status === CHANGED && (await now.lookAgain());
    setSaving(false);
    if (isNew) {
      announce({ is: 'news', words: '' });
      return document.getElementById('changed')?.focus();
    }
    if (reply.is === 'refused') return announce({ is: 'trouble', words: reply.message });
    setView(reply.body);
    setNote(null);
    setWords('');
    setTicked([]);
    setAnswered(true);
    announce({
      is: 'news',
      words: `${type === 'approve' ? 'Approved. Thank you.' : 'Your note is saved.'} ${from === null ? 'The teacher can see it on the lesson’s page.' : 'You can hand the computer back.'}`,
    });
    // What was pressed is gone.
    document.getElementById('answer')?.focus();
    // The link is spent, and the next person at this computer need not see it.
    history.replaceState(null, '', location.pathname + location.search);
  }

  function changeNote(words: string | null): void {
    setWanted(null);
    setNote(words);
    // The button that was pressed is gone.
    if (words === null) document.getElementById('answer')?.focus();
  }

  function answerAgain(): void {
    setAnswered(false);
    setAnswer(null);
    announce({ is: 'news', words: '' });
    document.getElementById('answer')?.focus();
  }

  const until = gateState(
    {
      gate: { ticked: gateTicks, on: today(), by: 'safeguarding lead' },
      termEnds: school.termEnds,
    },
    today(),
  );

  const alert = (at: Wanted['at']) =>
    wanted?.at === at && (
      <p class="field__trouble" role="alert">
        {wanted.words}
      </p>
    );

  return (
    <div class="card approve-card">
      <div class="approve-card__part">
        <ContactsPart school={school} change={desk.change} ticked={contacts} tick={setContacts} />
      </div>
      <div class="approve-card__part">
        <ReadyPart
          school={school}
          change={desk.change}
          ticked={ticked}
          isGiven={isAnswered && isApproved}
          tick={(one, on) => {
            setWanted(null);
            setTicked(gateTicks.filter((tick) => (tick === one ? on : ticked.includes(tick))));
          }}
        >
          {alert('ticks')}
        </ReadyPart>
        <section class="approve-part" aria-labelledby="answer">
          <h2 id="answer" tabIndex={-1}>
            <Step n={5} />
            {isAnswered ? 'Your answer' : 'Approve'}{' '}
            <span class="approve-until">
              {!isAnswered && until.is === 'done' && `until ${dayWords(until.until)}`}
            </span>
          </h2>
          {gate.is !== 'waiting' && (
            <p class="approve-now">
              <Icon name={gate.is === 'done' ? 'check' : 'todo'} />
              <span>{approvalLine(gate, null).state}</span>
            </p>
          )}
          {!isAnswered && news !== null && (
            <ChangedLesson
              {...{ root, slug: lesson.slug, news }}
              lookAt={(on) => {
                setWanted(null);
                now.lookAt(on);
              }}
            />
          )}
          {isAnswered ? (
            answer !== null && <SendBack root={root} answer={answer} />
          ) : (
            <>
              <ProofPart
                {...{ root, view, isServed, isElsewhere, words, trouble: wordsTrouble }}
                change={(typed) => {
                  setWanted(null);
                  setWords(typed);
                }}
              />
              {/* Without a key or a link there is nothing to press. */}
              {(!needsKey || view.keys > 0) && (
                <>
                  <RoleChoice
                    role={role}
                    change={(one) => {
                      setWanted(null);
                      setRole(one);
                    }}
                  />
                  {alert('answer')}
                  {note === null ? (
                    <p class="button-row">
                      <Button variant="main" icon="check" onPress={() => void send('approve')}>
                        Approve for this term
                      </Button>
                      <Button onPress={() => changeNote('')}>
                        {gate.is === 'done' ? 'Withdraw, with a note' : 'Not yet'}
                      </Button>
                    </p>
                  ) : (
                    <NoteForm
                      note={note}
                      change={changeNote}
                      send={() => void send('refuse')}
                      cancel={() => changeNote(null)}
                    />
                  )}
                </>
              )}
            </>
          )}
          <p class="approve-status" role={status.is === 'trouble' ? 'alert' : 'status'}>
            {status.words}
          </p>
          {isAnswered && from !== null && !isElsewhere && (
            <WayBack {...{ root, slug: lesson.slug, from }} />
          )}
          {isAnswered && <Button onPress={answerAgain}>Change your answer</Button>}
          <p class="approve-small">
            We store your role and today’s date, and no name. An approval covers every version of
            the lesson, until a slide or the film changes.
          </p>
        </section>
      </div>
    </div>
  );
}

type ChangedProps = {
  readonly root: string;
  readonly slug: string;
  readonly news: News;
  readonly lookAt: (on: boolean) => void;
};

// Of all that the lead is asked only this is about the lesson’s words: everything else stays as it is.
function ChangedLesson({ root, slug, news, lookAt }: ChangedProps) {
  const isForReview = news.is === 'for review';
  return (
    <div class="advice approve-changed" id="changed" tabIndex={-1} role="alert">
      <p>
        <b>This lesson has changed since you opened it</b>
        {isForReview ? `. ${news.why}` : `: ${news.words}.`} What you ticked and typed is still
        here.
      </p>
      <p>
        <a
          href={`${root}${isForReview ? `safeguarding/review/?lesson=${slug}` : `read/${slug}/`}`}
          target="_blank"
        >
          {isForReview ? 'Review it first' : 'Look at the slides'}
          <span class="unseen">, opens in a new tab</span>
        </a>
      </p>
      {!isForReview && (
        <Tick id="looked" on={news.isLookedAt} change={lookAt}>
          I’ve looked at what changed
        </Tick>
      )}
    </div>
  );
}

type RoleProps = {
  readonly role: Approver | null;
  readonly change: (role: Approver) => void;
};

function RoleChoice({ role, change }: RoleProps) {
  return (
    <fieldset class="choice-row">
      <legend class="unseen">Who is answering?</legend>
      <RadioTicks
        name="role"
        answers={[
          ['safeguarding lead', 'I’m the safeguarding lead'],
          ['deputy safeguarding lead', 'I’m a deputy'],
        ]}
        chosen={role}
        choose={change}
      />
    </fieldset>
  );
}

type NoteProps = {
  readonly note: string;
  readonly change: (note: string) => void;
  readonly send: () => void;
  readonly cancel: () => void;
};

function NoteForm({ note, change, send, cancel }: NoteProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form class="approve-note" onSubmit={(event) => (event.preventDefault(), send())}>
      <p class="field">
        <label htmlFor="note">What should change first?</label>
        <textarea
          ref={field}
          id="note"
          rows={3}
          maxLength={MAX_NOTE}
          value={note}
          aria-describedby="note-help"
          onInput={(event) => change(event.currentTarget.value)}
        />
        <span class="field__help" id="note-help">
          All staff can read it. Nothing about pupils, please. Up to {MAX_NOTE} characters.
        </span>
      </p>
      <p class="button-row">
        <Button variant="main">Send the note</Button>
        <Button onPress={cancel}>Cancel</Button>
      </p>
    </form>
  );
}

type Elsewhere = {
  readonly lesson: LessonToApprove;
  readonly token: string;
  readonly contacts: ReadonlySet<string>;
  readonly hidden: readonly string[];
};

function answerOf(step: AnswerStep, { lesson, token, contacts, hidden }: Elsewhere): SentAnswer {
  return {
    v: 1,
    wholeclass: 'answer',
    token,
    lesson: lesson.slug,
    version: lesson.version,
    on: today(),
    step,
    confirmed: [...contacts],
    hidden,
  };
}

type Checked = {
  readonly school: School;
  readonly contacts: ReadonlySet<string>;
  readonly role: Approver;
};

/** Stores which contacts are right, by which role and when; one that was right already keeps its day. */
function saveContacts(desk: SchoolDesk, { school, contacts, role }: Checked): Promise<string> {
  const known = checkedAlready(school);
  const others = Object.entries(school.confirmed).filter(
    ([id]) => contacts.has(id) || !known.has(id),
  );
  const fresh = [...contacts]
    .filter((id) => !known.has(id))
    .map((id) => [id, { on: today(), by: role }] as const);
  const confirmed = Object.fromEntries([...others, ...fresh]);
  if (JSON.stringify(confirmed) !== JSON.stringify(school.confirmed)) {
    desk.change('contacts', { confirmed });
  }
  return desk.saveNow();
}
