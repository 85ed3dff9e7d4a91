import { useState } from 'preact/hooks';
import {
  aboutWords,
  EMPTY_FORM,
  mayShuffle,
  formProblem,
  questionForms,
  questionText,
  type QuestionForm,
} from '../../edit/question-text.ts';
import { kindNames, type KindName } from '../../questions/kinds.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type QuestionProps = {
  /** A name that no question of the lesson has. */
  readonly id: string;
  readonly insert: (markup: string) => void;
  readonly close: () => void;
};

const MAX_ANSWERS = 5;

/** A question as a form, which writes Markdown into the text. */
export function QuestionDialog({ id, insert, close }: QuestionProps) {
  const [form, setForm] = useState<QuestionForm>(EMPTY_FORM);
  const [isAsked, setAsked] = useState(false);
  const { promptLabel, answers: shape, abouts } = questionForms[form.kind];
  const problem = formProblem(form);
  const change = (part: Partial<QuestionForm>) => setForm({ ...form, ...part });

  function choose(kind: KindName): void {
    const next = questionForms[kind].abouts;
    const answers =
      questionForms[kind].answers === 'ends' ? form.answers.slice(0, 2) : form.answers;
    change({ kind, answers, about: next.includes(form.about) ? form.about : (next[0] ?? 'view') });
  }

  function submit(event: Event): void {
    event.preventDefault();
    setAsked(true);
    if (problem === null) insert(questionText(form, id));
  }

  return (
    <Dialog title="Question" close={close}>
      <form class="ask" onSubmit={submit}>
        <fieldset class="ask__kinds">
          <legend class="unseen">Kind of question</legend>
          {kindNames.map((kind) => (
            <label key={kind} class="ask__kind">
              <input
                type="radio"
                name="kind"
                checked={form.kind === kind}
                onChange={() => choose(kind)}
              />
              <span>{questionForms[kind].name}</span>
            </label>
          ))}
        </fieldset>
        <label class="ask__field">
          <span>{promptLabel}</span>
          <input
            autofocus
            type="text"
            value={form.prompt}
            spellcheck
            onInput={(event) => change({ prompt: event.currentTarget.value })}
          />
        </label>
        {shape !== 'none' && <Answers form={form} change={change} />}
        {shape === 'none' && (
          <label class="ask__tick">
            <input
              type="checkbox"
              checked={form.isFact}
              onChange={(event) => change({ isFact: event.currentTarget.checked })}
            />
            <span>The statement is true</span>
          </label>
        )}
        {abouts.length > 1 && (
          <label class="ask__field">
            <span>What it is about</span>
            <select
              value={form.about}
              onChange={(event) => {
                const about = abouts.find((one) => one === event.currentTarget.value);
                if (about !== undefined) change({ about });
              }}
            >
              {abouts.map((about) => (
                <option key={about} value={about}>
                  {aboutWords[about]}
                </option>
              ))}
            </select>
          </label>
        )}
        <label class="ask__field">
          <span>
            {shape === 'none' && !form.isFact ? 'What is true' : 'Shown with the result (optional)'}
          </span>
          <input
            type="text"
            value={form.explanation}
            spellcheck
            onInput={(event) => change({ explanation: event.currentTarget.value })}
          />
        </label>
        <div class="dialog__row ask__foot">
          <p class="ask__problem" role="alert">
            {isAsked && problem}
          </p>
          <Button variant="main">Insert question</Button>
          <Button onPress={close}>Cancel</Button>
          <span>It writes Markdown that you can change.</span>
        </div>
      </form>
    </Dialog>
  );
}

type AnswersProps = {
  readonly form: QuestionForm;
  readonly change: (part: Partial<QuestionForm>) => void;
};

function Answers({ form, change }: AnswersProps) {
  const { answers: shape } = questionForms[form.kind];
  const marks =
    form.about === 'knowledge' && (shape === 'one right' || shape === 'some right') ? shape : null;
  const set = (at: number, part: Partial<QuestionForm['answers'][number]>) =>
    change({
      answers: form.answers.map((answer, index) => {
        if (index === at) return { ...answer, ...part };
        return marks === 'one right' && part.isRight === true
          ? { ...answer, isRight: false }
          : answer;
      }),
    });
  return (
    <fieldset class="ask__answers">
      <legend>{legendOf(shape, marks !== null)}</legend>
      {form.answers.map((answer, at) => (
        <div class="ask__answer" key={at}>
          {marks !== null && (
            <input
              type={marks === 'one right' ? 'radio' : 'checkbox'}
              name="right"
              aria-label={`Answer ${at + 1} is right`}
              checked={answer.isRight}
              onChange={(event) => set(at, { isRight: event.currentTarget.checked })}
            />
          )}
          <input
            type="text"
            aria-label={labelOf(shape, at)}
            value={answer.text}
            spellcheck
            onInput={(event) => set(at, { text: event.currentTarget.value })}
          />
        </div>
      ))}
      <div class="ask__more">
        {shape !== 'ends' && form.answers.length < MAX_ANSWERS && (
          <Button
            icon="plus"
            variant="quiet"
            onPress={() => change({ answers: [...form.answers, { text: '', isRight: false }] })}
          >
            Add an answer
          </Button>
        )}
        {mayShuffle(form.kind) && (
          <label class="ask__tick">
            <input
              type="checkbox"
              checked={form.isShuffled}
              onChange={(event) => change({ isShuffled: event.currentTarget.checked })}
            />
            <span>Shuffle the answers</span>
          </label>
        )}
      </div>
    </fieldset>
  );
}

type Shape = (typeof questionForms)[KindName]['answers'];

function legendOf(shape: Shape, hasMarks: boolean): string {
  if (shape === 'ends') return 'Both ends';
  if (shape === 'in order') return 'Answers, in the right order';
  return hasMarks ? 'Answers: mark what is right' : 'Answers';
}

function labelOf(shape: Shape, at: number): string {
  if (shape === 'ends') return at === 0 ? 'Words for 1' : 'Words for 5';
  return `Answer ${at + 1}`;
}
