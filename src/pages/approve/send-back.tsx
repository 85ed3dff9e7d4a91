import { useState } from 'preact/hooks';
import { copiedWords } from '../../approval/ask-lead.view.ts';
import { answerHash, formatAnswer, type SentAnswer } from '../../approval/sent-answer.ts';
import { pageAddress } from '../../text/site-file.view.ts';
import { Button } from '../../ui/controls.view.tsx';
import { copyText } from '../../ui/copy-text.view.ts';
import { offerFile } from '../../ui/offer-file.view.ts';

type BackProps = { readonly root: string; readonly answer: SentAnswer };

/** An answer that goes back to the browser that asked: as a link to copy, or as a small file. */
export function SendBack({ root, answer }: BackProps) {
  const [status, announce] = useState('');
  const page = pageAddress(`${root}lesson/${answer.lesson}/`);
  const link = new URL(page, location.href).href + answerHash(answer);
  return (
    <div class="advice approve-back">
      <p>
        <b>Your answer is ready.</b> Send it to the teacher who asked. It works once, in their
        browser.
      </p>
      <p class="button-row">
        <Button
          variant="main"
          onPress={() => void copyText(link).then((isCopied) => announce(copiedWords(isCopied)))}
        >
          Copy the answer link
        </Button>
        <Button
          icon="save"
          onPress={() =>
            offerFile(
              `answer-${answer.lesson}.json`,
              new Blob([formatAnswer(answer)], { type: 'application/json' }),
            )
          }
        >
          Save it as a file
        </Button>
      </p>
      <p role="status">{status}</p>
    </div>
  );
}
