import type { PupilCover } from '../../room/protocol.ts';
import { Calm } from './calm.tsx';
import { Help } from './panels.tsx';

/** What lies over every pupil's page while the board is paused or shows help; what is below keeps its place, out of sight (R15). */
export function Covered({ cover }: { readonly cover: PupilCover }) {
  switch (cover) {
    case 'help':
      return <Help back={null} />;
    case 'pause':
      return (
        <Calm
          title="Pause and think"
          text="Look up from this page. It comes back by itself, as it was."
        />
      );
  }
}
