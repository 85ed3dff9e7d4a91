import { codeText } from '../../../room/code.ts';
import { whyNoPhones } from '../../../text/phones-here.view.ts';
import { isLoopback } from '../../../text/loopback.ts';
import { Button, Dialog } from '../../../ui/controls.view.tsx';
import { SITE } from '../session/lesson-files.view.ts';
import type { Presenter } from '../session/presenter.view.ts';
import type { PhoneLine } from './phone-line.ts';
import './phone-dialog.css';

type PhoneProps = { readonly presenter: Pick<Presenter, 'change' | 'phone'> };

/** Where a phone or tablet of the school's joins, by which code and words, and what cuts it off (R43). */
export function PhoneDialog({ presenter: { change, phone } }: PhoneProps) {
  const close = () => change({ dialog: null });
  const why = whyNoPhones();
  const desk = why === '' ? phone.desk() : null;
  const line = desk?.line() ?? null;
  const trouble = desk?.trouble() ?? '';
  return (
    <Dialog title="Use a phone" close={close}>
      <p>For a phone or tablet that belongs to the school, in your hand alone.</p>
      {why !== '' && <p class="notice">{why}</p>}
      {why === '' && desk === null && <p role="status">One moment…</p>}
      {trouble !== '' && (
        <p class="notice" role="alert">
          {trouble}
        </p>
      )}
      {line !== null && <Line line={line} />}
      <p class="dialog__row">
        {desk !== null && (
          <Button onPress={() => void desk.open()} variant={line === null ? 'main' : 'plain'}>
            {line === null ? 'Make a code' : 'Make a new code'}
          </Button>
        )}
        {desk !== null && line !== null && (
          <Button onPress={() => void desk.end()}>Disconnect the phone</Button>
        )}
        <Button onPress={close} shortcut="Esc">
          Close
        </Button>
      </p>
    </Dialog>
  );
}

function Line({ line: { code, words, phone } }: { readonly line: PhoneLine }) {
  const { href, hostname } = new URL(`${SITE}phone/`, location.href);
  return (
    <>
      {words !== null && phone !== 'locked' && (
        <dl class="phone-line">
          <dt>Address</dt>
          <dd>{href}</dd>
          <dt>Code</dt>
          <dd>{codeText(code)}</dd>
          <dt>Four words</dt>
          <dd>{words}</dd>
        </dl>
      )}
      {isLoopback(hostname) && (
        <p class="advice">
          This address works on this computer only. For a phone, open Wholeclass by the address that
          your school’s IT gave you.
        </p>
      )}
      <p role="status">{presenceWords(phone, words !== null)}</p>
    </>
  );
}

function presenceWords(phone: PhoneLine['phone'], hasWords: boolean): string {
  switch (phone) {
    case 'joined':
      return 'A phone is connected.';
    case 'locked':
      return 'Wrong words came too often. Make a new code.';
    case 'none':
      return hasWords
        ? 'No phone has joined yet. The code lasts for this lesson only.'
        : 'No phone is connected. The words are shown once: make a new code to join.';
  }
}
