import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every frame drawn while the film could be seen, by its number. */
    framesSeen: number[];
    readFrame(): number;
  }
}

/** Makes a page note the number of every frame the test clip shows, and read the one it rests on, from the clip's sixteen squares. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.framesSeen = [];
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 360];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    window.readFrame = () => {
      const video = document.querySelector('video');
      if (!video || !pen) return -1;
      pen.drawImage(video, 0, 0, 640, 360);
      const squares = Array.from(
        { length: 16 },
        (_, at) => (pen.getImageData(at * 40 + 20, 340, 1, 1).data[0] ?? 0) > 127,
      );
      return squares.reduce((number, white) => number * 2 + (white ? 1 : 0), 0);
    };
    const watch = (video: HTMLVideoElement) => {
      if (getComputedStyle(video).visibility === 'visible') {
        window.framesSeen.push(window.readFrame());
      }
      video.requestVideoFrameCallback(() => watch(video));
    };
    const started = new Set<HTMLVideoElement>();
    new MutationObserver(() => {
      const video = document.querySelector('video');
      if (!video || started.has(video)) return;
      started.add(video);
      watch(video);
    }).observe(document, { childList: true, subtree: true });
  });
}
