import type { Report } from '../../../edit/check-words.ts';
import { findingsInWords, type Finding as TextFinding } from '../../../edit/findings.ts';
import type { Finding } from '../../../open/opened.ts';
import { counted } from '../../../text/counted.ts';
import { Button } from '../../../ui/controls.view.tsx';

type ReportProps = {
  readonly report: Report;
  /** What the checks found in the lesson as it is now. */
  readonly findings: readonly TextFinding[];
  /** How many pictures came with it. */
  readonly pictures: number;
  /** Saves the lesson with its pictures as one file; null while it is made again. */
  readonly save: (() => void) | null;
};

/** What became of the file as a whole: what to look at, what was left out, what was changed, and what the checks found. */
export function CheckReport({ report, findings, pictures, save }: ReportProps) {
  const { inLesson, look, leftOut, changed } = report;
  const toFix = findings.filter(({ weight }) => weight === 'fix');
  return (
    <section class="report" aria-labelledby="report">
      <h2 id="report">What became of it</h2>
      <p>
        {counted(inLesson, 'part')} {inLesson === 1 ? 'is' : 'are'} in the lesson
        {leftOut.length === 0 ? '. Nothing is left out.' : `, ${leftOut.length} left out.`}
      </p>
      {look.length > 0 && (
        <div id="please-check" tabIndex={-1} class="report__look">
          <h3>Please check</h3>
          <Findings of={look} />
        </div>
      )}
      {leftOut.length > 0 && (
        <div>
          <h3>Left out</h3>
          <Findings of={leftOut} />
        </div>
      )}
      {pictures > 0 && (
        <div>
          <h3>{counted(pictures, 'picture')}</h3>
          <p>
            {pictures === 1 ? 'It comes' : 'They come'} with the lesson into the editor. As one file
            it can be opened on another computer, too.
          </p>
          <Button icon="save" disabled={save === null} onPress={() => save?.()}>
            Save with pictures
          </Button>
        </div>
      )}
      {changed.length > 0 && (
        <details>
          <summary>{counted(changed.length, 'change')}</summary>
          <Findings of={changed} />
        </details>
      )}
      {findings.length > 0 && (
        <details open={toFix.length > 0}>
          <summary>The checks: {findingsInWords(findings)}</summary>
          <p>Each is under its line in the editor, often with a press that mends it.</p>
          <ul>
            {(toFix.length > 0 ? toFix : findings).map(({ message, from, code }) => (
              <li key={`${from} ${code}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Findings({ of }: { readonly of: readonly Finding[] }) {
  return (
    <ul>
      {of.map(({ words, place }, at) => (
        <li key={at}>
          {words} <span class="report__place">({place})</span>
        </li>
      ))}
    </ul>
  );
}
