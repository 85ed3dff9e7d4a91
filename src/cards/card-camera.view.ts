import type { CardCounts, ReadingView } from './card-reader.ts';
import { startFrameReader } from './worker-cards.view.ts';

/** Why no camera reads here: the address may not use one, someone said no, there is none, another program has it, or it stopped. */
export type CameraTrouble = 'not-here' | 'refused' | 'none' | 'in-use' | 'stopped';

/** A camera that reads cards; its pictures are on no screen, saved nowhere and sent nowhere. */
export type CardCamera = {
  /** Every camera there is, and the one that reads. */
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
  readonly id: string;
  /** Stops the camera, and says what was read. */
  count(): Promise<CardCounts>;
  stop(): void;
};

/** What hears of a camera that reads. */
export type CameraListener = {
  readonly view: (view: ReadingView) => void;
  readonly stopped: () => void;
};

/** Between two frames that are read, in ms. */
const EVERY_MS = 200;

/** Opens the camera that is wanted, any where `wanted` is empty or that one is not there any more, and reads on until it is stopped. */
export async function openCardCamera(
  wanted: string,
  listener: CameraListener,
): Promise<CardCamera | { readonly trouble: CameraTrouble }> {
  const opened = await openStream(wanted);
  if ('trouble' in opened) return opened;
  const stream: MediaStream = opened;
  const [track] = stream.getVideoTracks();
  const reader = startFrameReader();
  // In no document: the picture of a class is on no screen.
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  let isOn = true;
  let reading: Promise<void> = Promise.resolve();

  function stopCamera(): void {
    isOn = false;
    stream.getTracks().forEach((one) => one.stop());
    video.srcObject = null;
  }

  function stop(): void {
    stopCamera();
    reader.end();
  }

  async function readOn(): Promise<void> {
    await video.play();
    while (isOn) {
      const picture = await createImageBitmap(video);
      const view = await reader.read(picture);
      if (isOn) listener.view(view);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  function fail(): void {
    if (!isOn) return;
    stop();
    listener.stopped();
  }

  track?.addEventListener('ended', fail);
  reading = readOn().catch(fail);
  return {
    cameras: await camerasHere(),
    id: track?.getSettings().deviceId ?? '',
    async count() {
      stopCamera();
      await reading;
      try {
        return await reader.count();
      } finally {
        reader.end();
      }
    },
    stop,
  };
}

async function openStream(
  wanted: string,
): Promise<MediaStream | { readonly trouble: CameraTrouble }> {
  // Not there at an address that is neither https nor this computer.
  if (!('mediaDevices' in navigator)) return { trouble: 'not-here' };
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        width: { ideal: 1920 },
        height: { ideal: 1080 },
        ...(wanted !== '' && { deviceId: wanted }),
      },
    });
  } catch (error) {
    return { trouble: troubleOf(error instanceof DOMException ? error.name : '') };
  }
}

function troubleOf(name: string): CameraTrouble {
  switch (name) {
    case 'NotAllowedError':
      return 'refused';
    case 'NotFoundError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'not-here';
  }
}

async function camerasHere(): Promise<CardCamera['cameras']> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Camera ${index + 1}` }));
}
