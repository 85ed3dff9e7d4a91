import { BLOCKS } from '../../../poll/disclose.ts';
import type { ShareBlocks } from './share-blocks.ts';
import './blocks.css';

/** A share in the board's twelve blocks, as wide as there is room. Drawn, not coloured: a printer leaves out colours behind text. */
export function Blocks({ full, maybe }: ShareBlocks) {
  return (
    <svg
      class="share-blocks"
      viewBox={`0 0 ${BLOCKS * 20} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Array.from({ length: BLOCKS }, (_, at) => (
        <rect
          key={at}
          class={at < full ? 'full' : at < full + maybe ? 'maybe' : ''}
          x={at * 20 + 1}
          y="1"
          width="17"
          height="10"
          rx="1.5"
        />
      ))}
    </svg>
  );
}
