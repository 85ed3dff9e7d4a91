import { useEffect, useState } from 'preact/hooks';
import { assistantPrompt, type DraftWishes } from '../../../edit/assistant-prompt.ts';
import { copyText } from '../../../ui/copy-text.view.ts';
import { Button } from '../../../ui/controls.view.tsx';
import type { Given } from './open-at.ts';
import { PageHead } from './page-head.tsx';
import { NOTHING_PASTED, PasteBox } from './paste-box.tsx';

type AssistantProps = {
  readonly root: string;
  /** Why what was pasted was not opened, and what to do; empty where nothing was tried. */
  readonly problem: string;
  readonly take: (given: Given) => void;
};

const FIELDS: Readonly<
  Record<keyof DraftWishes, { readonly label: string; readonly hint: string }>
> = {
  topic: { label: 'Topic', hint: 'such as “why ice floats”' },
  stage: { label: 'Year group', hint: 'such as “Year 8”' },
  minutes: { label: 'Minutes', hint: 'such as “50”' },
};

/** A prompt to copy into whatever assistant a school allows, and a box for what comes back. Nothing is sent from here. */
export function AssistantPage({ root, problem, take }: AssistantProps) {
  const [wishes, setWishes] = useState<DraftWishes>({ topic: '', stage: '', minutes: '' });
  const [copied, setCopied] = useState('');
  const prompt = assistantPrompt(wishes);

  useEffect(() => {
    document.title = 'A draft from an assistant · Wholeclass';
  }, []);

  async function copy(): Promise<void> {
    setCopied('');
    const isCopied = await copyText(prompt);
    setCopied(
      isCopied
        ? 'Copied. Paste it into the assistant that your school allows.'
        : 'We couldn’t copy it. Select the text and copy it yourself.',
    );
  }

  return (
    <>
      <PageHead root={root} />
      <main class="site-main open open--assistant" id="main" tabIndex={-1}>
        <div class="open__words">
          <h1>A draft from an assistant</h1>
          <p class="lead">
            Copy this prompt into an assistant that your school allows. Paste what comes back, and
            check what the class will see before you teach it.
          </p>
        </div>
        <section class="open__step" aria-labelledby="ask-for">
          <h2 id="ask-for">1. Copy the prompt</h2>
          <div class="wishes">
            {(['topic', 'stage', 'minutes'] as const).map((name) => (
              <label key={name} class="wishes__one">
                <span>{FIELDS[name].label}</span>
                <input
                  type="text"
                  autocomplete="off"
                  maxLength={200}
                  inputMode={name === 'minutes' ? 'numeric' : undefined}
                  placeholder={FIELDS[name].hint}
                  value={wishes[name]}
                  onInput={(event) => setWishes({ ...wishes, [name]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
          <label class="paste paste__label">
            The prompt
            <textarea class="paste__box" rows={12} readOnly value={prompt} />
          </label>
          <div class="drop__row">
            <Button variant="main" onPress={() => void copy()}>
              Copy the prompt
            </Button>
            <p role="status">{copied}</p>
          </div>
        </section>
        <section class="open__step" aria-labelledby="paste-answer">
          <h2 id="paste-answer">2. Paste what comes back</h2>
          <p class="open-problem" role="alert">
            {problem}
          </p>
          <PasteBox
            label="The answer"
            hint="All of it. What is not the lesson goes to your notes."
            first={NOTHING_PASTED}
            isFocused={false}
            take={(pasted) => take({ is: 'pasted', pasted })}
          />
          <ul class="open-advice">
            <li>Wholeclass sends nothing to any assistant: you copy, and you paste.</li>
            <li>Write nothing about real pupils into the prompt.</li>
            <li>
              An assistant makes mistakes that sound right. Check every fact and every answer.
            </li>
          </ul>
        </section>
      </main>
    </>
  );
}
