/** So long a film may play before sound is missed, in seconds. */
const WAIT = 3;

type Counted = HTMLVideoElement & {
  readonly webkitAudioDecodedByteCount?: number;
  readonly mozHasAudio?: boolean;
};

/** True where the browser has played a while and found no sound in the film that it can play. */
export function isSilent(video: Counted): boolean {
  const { webkitAudioDecodedByteCount: decoded, mozHasAudio } = video;
  if (video.readyState < 3 || playedFor(video) < WAIT) return false;
  return decoded === 0 || mozHasAudio === false;
}

function playedFor({ played }: HTMLVideoElement): number {
  return Array.from({ length: played.length }, (_, at) => played.end(at) - played.start(at)).reduce(
    (sum, one) => sum + one,
    0,
  );
}
