import { useState } from 'preact/hooks';
import { makeKeyWords, parseKeyWords } from '../../room/key-words.ts';
import { Button } from '../../ui/controls.view.tsx';
import { Heading } from './heading.tsx';
import { wording } from '../../ui/wording.view.ts';
import { KeyCard } from './key-card.tsx';
import { makeKey, type KeyReason } from './requests.ts';
import { troubleWith, WordsField } from '../../room/words-field.view.tsx';

/** What is made, with the words of a holder where it needs them, and where it goes on once the key is made, or is not. */
export type KeyMakerProps = {
  readonly reason: KeyReason;
  readonly holder: string;
  readonly needsCode: boolean;
  readonly made: (words: string) => void;
  readonly cancel: (() => void) | null;
};

const titles: Readonly<Record<KeyReason, string>> = {
  first: 'Make a key',
  also: 'Make a key for a deputy',
  instead: 'Replace your key',
  lost: 'Make a new key',
};

const NOT_THE_WORDS = 'These aren’t the words of the new key. Check them, or show the words again.';

/** Makes a key in three steps: what it is, its words, shown this once, and the words typed back, so that no key is made that no one has written down. */
export function KeyMaker(props: KeyMakerProps) {
  const [words, setWords] = useState<readonly string[]>([]);
  const [isWritten, setWritten] = useState(false);
  if (words.length === 0) return <About {...props} start={() => setWords(makeKeyWords(random))} />;
  if (isWritten) return <TypeBack {...props} words={words} back={() => setWritten(false)} />;
  return (
    <KeyCard words={words} title={<CardTitle />}>
      <p class="button-row screen-only">
        <Button onPress={() => setWritten(true)} variant="main">
          I’ve written them down
        </Button>
        <Button onPress={() => print()} icon="print">
          Print the card
        </Button>
        {props.cancel && <Button onPress={props.cancel}>Cancel</Button>}
      </p>
    </KeyCard>
  );
}

function CardTitle() {
  return (
    <div class="screen-only">
      <Heading id="making">Write these words down</Heading>
      <p>Only these eight words open the notes. We show them once, and store them nowhere.</p>
    </div>
  );
}

function About({ reason, cancel, start }: KeyMakerProps & { readonly start: () => void }) {
  return (
    <section class="card part" aria-labelledby="making">
      {reason === 'first' ? (
        <h2 id="making">{titles[reason]}</h2>
      ) : (
        <Heading id="making">{titles[reason]}</Heading>
      )}
      {reason === 'lost' ? (
        <p class="advice">
          Notes that are waiting now can’t be opened with the new key. They stay sealed until the
          old words are found. Notes of later lessons will open.
        </p>
      ) : (
        <p>
          A key is eight words. It takes two minutes: you write the words down or print them, then
          type them once. Do it where nobody else can see the screen.
        </p>
      )}
      {reason === 'first' && (
        <p>
          {wording(
            'Your safeguarding lead or a deputy should do this, not the {teacher} of a lesson. Up to four people can have a key.',
          )}
        </p>
      )}
      {reason === 'instead' && (
        <p>Your old words stop working. The notes that are waiting open with the new ones.</p>
      )}
      <p class="button-row">
        <Button onPress={start} variant="main">
          {reason === 'first' ? 'Make a key' : 'Show me eight words'}
        </Button>
        {cancel && <Button onPress={cancel}>Cancel</Button>}
      </p>
    </section>
  );
}

type TypeBackProps = KeyMakerProps & {
  readonly words: readonly string[];
  readonly back: () => void;
};

function TypeBack({ reason, holder, needsCode, made, words, back }: TypeBackProps) {
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState('');
  const [refusal, setRefusal] = useState('');
  const [isSaving, setSaving] = useState(false);
  const asksCode = needsCode && (reason === 'first' || reason === 'lost');

  async function save(): Promise<void> {
    const key = parseKeyWords(typed);
    setRefusal('');
    if (key.is !== 'words') return setTrouble(troubleWith(typed));
    if (key.words !== words.join(' ')) return setTrouble(NOT_THE_WORDS);
    setTrouble('');
    setSaving(true);
    const reply = await makeKey({ words: key.words, reason, holder, code: asksCode ? code : '' });
    setSaving(false);
    if (reply.is === 'done') made(key.words);
    else setRefusal(reply.message);
  }

  return (
    <section class="card part" aria-labelledby="making">
      <Heading id="making">Type the words once</Heading>
      <p>Read them from your card, so that you know it’s right.</p>
      <form class="safeguarding__form" onSubmit={(event) => (event.preventDefault(), void save())}>
        <WordsField label="Your eight words" value={typed} change={setTyped} trouble={trouble} />
        {asksCode && <CodeField value={code} change={setCode} />}
        <p class="safeguarding__trouble" role="alert">
          {refusal}
        </p>
        <p class="button-row">
          <Button variant="main" disabled={isSaving}>
            {isSaving ? 'Saving the key…' : 'Save the key'}
          </Button>
          <Button onPress={back}>Show the words again</Button>
        </p>
      </form>
    </section>
  );
}

function CodeField({
  value,
  change,
}: {
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const id = 'setup-code';
  return (
    <p class="field">
      <label htmlFor={id}>Setup code</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellcheck={false}
        maxLength={30}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        aria-describedby="setup-code-help"
      />
      <span class="field__help" id="setup-code-help">
        Twelve letters and numbers. Your IT staff see it where Wholeclass is started.
      </span>
    </p>
  );
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}
