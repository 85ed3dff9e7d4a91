import type { PupilCover, PupilView } from '../../room/protocol.ts';
import { Calm } from './calm.tsx';
import { Help } from './panels.tsx';

type CoveredProps = { readonly cover: PupilCover; readonly help: PupilView['help'] };

/** What lies over every pupil's page while the board is paused or shows help; what is below keeps its place, out of sight (R15). */
export function Covered({ cover, help }: CoveredProps) {
  switch (cover) {
    case 'help':
      return <Help back={null} help={help} />;
    case 'pause':
      return (
        <Calm
          title="Pause and think"
          text="Look up from this page. It comes back by itself, as it was."
        />
      );
  }
}
