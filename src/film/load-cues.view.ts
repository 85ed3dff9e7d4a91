import { fetchFile } from '../text/site-file.view.ts';
import type { Edition } from './edition.ts';
import { isWebVtt, readCues, type Cue } from './vtt.ts';

/** Captions or descriptions at an address, with the lines they are written in; null where they are missing or cannot be read. */
export async function loadCues(
  address: string,
  edition: Edition | undefined,
): Promise<readonly Cue[] | null> {
  const response = await fetchFile(address).catch(() => null);
  if (!response?.ok) return null;
  const text = await response.text().catch(() => '');
  return isWebVtt(text) ? readCues(text, { edition, between: '\n' }) : null;
}

/** Tells the words of a film at its every moment: the cues in time with it, and nothing between them. Returns what ends that. */
export function followCues(
  video: HTMLVideoElement,
  cues: readonly Cue[],
  show: (text: string) => void,
): () => void {
  // Cues made here are heard of in time, and need no `<track>`, which cannot be read in a folder opened by double-click.
  const track = video.addTextTrack('metadata');
  track.mode = 'hidden';
  for (const { start, end, text } of cues) track.addCue(new VTTCue(start, end, text));
  const onChange = () =>
    show(
      Array.from(track.activeCues ?? [])
        .map((cue) => (cue instanceof VTTCue ? cue.text : ''))
        .join('\n'),
    );
  track.addEventListener('cuechange', onChange);
  return () => {
    track.removeEventListener('cuechange', onChange);
    track.mode = 'disabled';
  };
}
