import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardsProps } from './card-reading.tsx';

/** What reads cards, loaded once it is asked for; `isBar` where it stands below the board in this window. */
export function CardsPart(props: CardsProps) {
  const [Reading, setReading] = useState<FunctionComponent<CardsProps> | null>(null);
  const { change } = props.presenter;
  useEffect(() => {
    import('./card-reading.tsx').then(
      ({ CardReading }) => setReading(() => CardReading),
      () => change({ dialog: null, problem: 'The card reader didn’t load. Try again.' }),
    );
  }, [change]);
  return Reading && <Reading {...props} />;
}
