import { wording } from '../../ui/wording.view.ts';
import { Section, Tick } from '../../ui/fields.view.tsx';
import { whyNoPhones } from '../../text/phones-here.view.ts';
import { isServedHere } from '../../text/served-here.view.ts';
import type { PartProps } from './people.tsx';

/** Whether staff may lead a lesson from a phone beside the laptop: off until the school turns it on, and nothing without a program that a phone could reach (R43). */
export function PhonesSection({ school: { phones }, change }: PartProps) {
  if (!isServedHere()) return null;
  const why = whyNoPhones();
  return (
    <Section id="phones" title="Presenter on a phone">
      {why === '' ? (
        <>
          <p>{wording('For a phone or tablet that belongs to {the school}.')}</p>
          <Tick id="phones-on" on={phones} change={(on) => change('phones', { phones: on })}>
            Staff may use one beside the laptop
          </Tick>
        </>
      ) : (
        <p>{why}</p>
      )}
    </Section>
  );
}
