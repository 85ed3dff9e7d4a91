/** video.js, in a module of its own: what makes a module of this CommonJS package is loaded with it, and not with every board. */
export { default as videojs } from 'video.js/core';
