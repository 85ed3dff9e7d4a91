import type { Fix } from '../../document/problem.ts';
import type { Finding, Weight } from '../../edit/findings.ts';
import { Button, Dialog } from '../../ui/controls.view.tsx';

type ChecksProps = {
  readonly findings: readonly Finding[];
  readonly goTo: (line: number) => void;
  readonly mend: (fix: Fix) => void;
  readonly close: () => void;
};

const HEADINGS: Readonly<Record<Weight, string>> = {
  fix: 'To fix before you teach',
  suggestion: 'Suggestions',
};

/** Everything that was found, as a list with headings: the same as under the lines, for those who do not read line by line. */
export function ChecksDialog({ findings, goTo, mend, close }: ChecksProps) {
  return (
    <Dialog title="Checks" close={close}>
      {findings.length === 0 && <p>Nothing to fix, and no suggestions.</p>}
      {(['fix', 'suggestion'] as const).map((weight) => {
        const own = findings.filter((finding) => finding.weight === weight);
        return (
          own.length > 0 && (
            <section key={weight} class={`checks checks--${weight}`}>
              <h3>{HEADINGS[weight]}</h3>
              <ul>
                {own.map((finding) => (
                  <li key={`${finding.from} ${finding.code} ${finding.message}`}>
                    <p>{finding.message}</p>
                    <div class="dialog__row">
                      <Button onPress={() => goTo(finding.line)}>Go to line {finding.line}</Button>
                      {finding.fixes.map((fix) => (
                        <Button key={fix.label} onPress={() => mend(fix)}>
                          {fix.label}
                        </Button>
                      ))}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <div class="dialog__row dialog__row--end">
        <Button onPress={close} variant="main">
          Close
        </Button>
      </div>
    </Dialog>
  );
}
