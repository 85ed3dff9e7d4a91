import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { choiceOf, placeInWords, reportOf, sumInWords } from '../../../edit/check-words.ts';
import type { Answers, OpenedCheck } from '../../../edit/opened-check.ts';
import type { OpenedPlan } from '../../../edit/opened-state.ts';
import { firstWords } from '../../../open/shown-words.ts';
import type { MediaFile } from '../../../open/opened.ts';
import type { PartChoice } from '../../../open/check-plan.ts';
import { counted } from '../../../text/counted.ts';
import { Button } from '../../../ui/controls.view.tsx';
import { offerFile, zipFile } from '../../../ui/offer-file.view.ts';
import { PresentHere } from '../present-here.tsx';
import { CheckMinutes } from './check-minutes.tsx';
import { CheckPart } from './check-part.tsx';
import { CheckReport } from './check-report.tsx';
import { holdPlan } from './hold-opened.ts';
import type { Opener } from './opener.ts';
import { PageHead } from './page-head.tsx';
import { usePictures, withPictures } from './pictures.ts';

type CheckProps = {
  readonly first: OpenedPlan;
  /** False where the plan is in this page alone: then leaving it is asked about. */
  readonly isHeld: boolean;
  readonly opener: Opener;
  readonly root: string;
  /** Opens the lesson that was made with its pictures; why not, where that cannot be. */
  readonly begin: (text: string, media: readonly MediaFile[]) => Promise<string | null>;
};

/** What was made of the plan, as it was answered then. */
type Checked = { readonly made: OpenedCheck; readonly answers: Answers };

/** The plan as it is answered so far, and the part that was turned last, which is announced. */
type Now = { readonly plan: OpenedPlan; readonly turned: number | null };

/** “Check what the class will see”: what was written, where it goes, and what the class sees of it. */
export function CheckPage({ first, isHeld, opener, root, begin }: CheckProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [{ plan, turned }, setNow] = useState<Now>({ plan: first, turned: null });
  const [last, setLast] = useState<Checked | null>(null);
  const [isSafe, setSafe] = useState(isHeld);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const [isShowing, setShowing] = useState(false);
  const pictures = usePictures(plan.media);

  const { name } = plan;
  const checked = last?.made ?? null;
  // Null while the lesson is made again: what is there then is as it was before the last turn.
  const made = last?.answers === plan.answers ? last.made : null;
  useEffect(() => {
    document.title = `Check what the class will see · ${name} · Wholeclass`;
    heading.current?.focus();
  }, [name]);

  useEffect(() => {
    let isOver = false;
    void opener.check(plan.opened, plan.answers).then((answer) => {
      if (isOver) return;
      if (answer === null) {
        return setProblem(
          'Cannot make the lesson: that is a mistake in this program, and not in your plan. Undo the last change, or open the plan again.',
        );
      }
      setProblem('');
      setLast({ made: answer, answers: plan.answers });
      const part = answer.parts.find(({ id }) => id === turned);
      if (part !== undefined) setWords(`${placeInWords(part)}: ${firstWords(part.written)}`);
    });
    return () => {
      isOver = true;
    };
  }, [opener, plan, turned]);

  useEffect(() => {
    if (isSafe) return;
    const holdBack = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', holdBack);
    return () => removeEventListener('beforeunload', holdBack);
  }, [isSafe]);

  // “Skip to main content” makes a new place in the tab’s history, which has to hold the plan too.
  useEffect(() => {
    const hold = () => setSafe(holdPlan(plan));
    addEventListener('hashchange', hold);
    return () => removeEventListener('hashchange', hold);
  }, [plan]);

  function answer(answers: Answers, part: number | null): void {
    const next = { ...plan, answers };
    setNow({ plan: next, turned: part });
    setSafe(holdPlan(next));
  }

  function turn(id: number, choice: PartChoice | null): void {
    const choices = new Map(plan.answers.choices);
    const suggested = checked?.parts.find((part) => part.id === id)?.suggested.goes ?? null;
    // “Teacher only” is said in the lesson itself, whatever was suggested: it wins over all else.
    const isSuggested = choice !== 'teacher' && choice === choiceOf(suggested);
    if (choice === null || isSuggested) choices.delete(id);
    else choices.set(id, choice);
    answer({ ...plan.answers, choices }, id);
  }

  function correct(key: string, minutes: number | null): void {
    const all = new Map(plan.answers.minutes);
    if (minutes === null) all.delete(key);
    else all.set(key, minutes);
    answer({ ...plan.answers, minutes: all }, null);
  }

  async function savePacked({ text }: OpenedCheck): Promise<void> {
    const { slug } = plan.opened;
    const bytes = await opener.pack({ slug, text, media: plan.media });
    if (bytes === null) setProblem('Cannot save it: try again.');
    else offerFile(`${slug}.lesson.zip`, zipFile(bytes));
  }

  async function open({ text }: OpenedCheck): Promise<void> {
    setProblem((await begin(text, plan.media)) ?? '');
  }

  const report = useMemo(
    () => (checked === null ? null : reportOf(plan.opened.findings, checked.parts)),
    [plan.opened.findings, checked],
  );
  return (
    <>
      <PageHead root={root} isWide />
      <main class="open-wide check" id="main" tabIndex={-1}>
        <div class="check__top">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              Check what the class will see
            </h1>
            <p class="check__lead">
              <b class="open-name">{plan.name}</b>
              {checked === null
                ? ': making the lesson…'
                : `, ${counted(checked.parts.length, 'part')}. Each has a suggestion; change any of them. Nothing marked “Teacher only” can reach the board.`}
            </p>
          </div>
          {checked !== null && checked.minutes.length > 0 && (
            <CheckMinutes checked={checked} correct={correct} />
          )}
        </div>
        <p class="unseen" role="status">
          {words}
        </p>
        <p class="open-problem" role="alert">
          {problem}
        </p>
        {checked !== null && report !== null && (
          <>
            <Parts
              checked={checked}
              choices={plan.answers.choices}
              isMade={made !== null}
              preview={(html) => withPictures(html, pictures)}
              turn={turn}
            />
            <CheckReport
              report={report}
              findings={checked.findings}
              pictures={plan.media.length}
              save={made && (() => void savePacked(made))}
            />
            <div class="check__foot">
              <p>{sumInWords(checked)}.</p>
              {report.look.length > 0 && (
                <button type="button" class="check__look" onClick={lookAtReport}>
                  {counted(report.look.length, 'thing')} to check
                </button>
              )}
              <Button
                disabled={made === null || made.reading.deck.slides.length === 0}
                onPress={() => setShowing(true)}
              >
                Preview slides
              </Button>
              <Button
                variant="main"
                disabled={made === null}
                onPress={() => made !== null && void open(made)}
              >
                Open in the editor
              </Button>
            </div>
          </>
        )}
      </main>
      {isShowing && made !== null && (
        <Whole checked={made} pictures={pictures} root={root} close={() => setShowing(false)} />
      )}
    </>
  );
}

function lookAtReport(): void {
  const place = document.querySelector<HTMLElement>('#please-check');
  place?.scrollIntoView({ block: 'center' });
  place?.focus();
}

type PartsProps = {
  readonly checked: OpenedCheck;
  readonly choices: Answers['choices'];
  /** False while the lesson is made again. */
  readonly isMade: boolean;
  readonly preview: (html: string) => string;
  readonly turn: (id: number, choice: PartChoice | null) => void;
};

function Parts({ checked: { parts, reading }, choices, isMade, preview, turn }: PartsProps) {
  if (parts.length === 0) {
    return (
      <p class="advice">
        There are no parts to sort: all of it is in the lesson as it was written. Preview its
        slides, or open it in the editor.
      </p>
    );
  }
  const isAllYours = parts.every(({ suggested: { goes } }) => choiceOf(goes) === 'teacher');
  return (
    <>
      {isAllYours && (
        <p class="advice check__yours">
          We found nothing that is plainly for the class: all of it is in your notes. Turn what the
          class may see.
        </p>
      )}
      <div class="check__names" aria-hidden="true">
        <span>What you wrote</span>
        <span>Where it goes</span>
        <span>What the class will see</span>
      </div>
      <ol class="check__parts" aria-label="Parts of your plan">
        {parts.map((part, at) => (
          <CheckPart
            key={part.id}
            part={part}
            isTitled={at === 0 || parts[at - 1]?.title !== part.title}
            chosen={choices.get(part.id)}
            isMade={isMade}
            deck={reading.deck}
            preview={preview}
            turn={turn}
          />
        ))}
      </ol>
    </>
  );
}

type WholeProps = {
  readonly checked: OpenedCheck;
  readonly pictures: ReadonlyMap<string, string>;
  readonly root: string;
  readonly close: () => void;
};

function Whole({ checked: { reading }, pictures, root, close }: WholeProps) {
  const deck = useMemo(
    () => ({
      ...reading.deck,
      slides: reading.deck.slides.map((slide) => ({
        ...slide,
        html: withPictures(slide.html, pictures),
      })),
    }),
    [reading, pictures],
  );
  return (
    <PresentHere deck={deck} from={deck.slides[0]?.id ?? ''} root={root} isPreview close={close} />
  );
}
