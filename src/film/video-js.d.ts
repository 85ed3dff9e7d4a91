// video.js ships no types for its core.
declare module 'video.js/core' {
  export { default } from 'video.js';
}

interface Window {
  /** Keeps video.js from adding style elements, which our Content-Security-Policy refuses. */
  VIDEOJS_NO_DYNAMIC_STYLE?: boolean;
}
