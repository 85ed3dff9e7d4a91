import { useState } from 'preact/hooks';
import { Answering } from '../../questions/kinds.view.ts';
import type { AskedQuestion } from '../../poll/question.ts';

/** What a pupil’s tablet shows while this slide is on the board: its question, which can be tried, or that they look up. Nothing that is tried goes anywhere. */
export function TabletPane({ question }: { readonly question: AskedQuestion | null }) {
  return (
    <section class="pane pane--tablet" aria-label="Pupils’ tablets">
      <div class="tablet">
        {question === null ? (
          <>
            <h2>You’re in</h2>
            <p>Look at the board. Questions come here by themselves.</p>
          </>
        ) : (
          <Asking key={JSON.stringify(question)} question={question} />
        )}
      </div>
      <p class="pane__none">What you try here goes nowhere.</p>
    </section>
  );
}

function Asking({ question }: { readonly question: AskedQuestion }) {
  const [picked, pick] = useState<readonly string[]>([]);
  const [isAnswered, setAnswered] = useState(false);
  const { kind, picks, options, prompt } = question;
  if (isAnswered) {
    return (
      <>
        <h2>Your answer is in</h2>
        <p>It is covered, so nobody beside you can read it.</p>
        <p>
          <button type="button" class="button" onClick={() => setAnswered(false)}>
            Answer again
          </button>
        </p>
      </>
    );
  }
  return (
    <>
      <h2>{prompt}</h2>
      <Answering
        kind={kind}
        picks={picks}
        options={options}
        picked={picked}
        onPick={pick}
        onAnswer={() => setAnswered(true)}
      />
    </>
  );
}
