/** How much of a sound’s energy lies above `hz`, 0 to 1: what is left of it after a filter of the fourth order (Butterworth). A laptop’s speakers give little below 400 Hz. */
export function shareAbove(samples: Float32Array, hz: number, rate: number): number {
  const filtered = [0.541_196_1, 1.306_563].reduce((sound, quality) => highPass(sound, hz / rate, quality), samples);
  return energyOf(filtered) / energyOf(samples);
}

function energyOf(samples: Float32Array): number {
  return samples.reduce((sum, value) => sum + value * value, 0);
}

/** One part of such a filter; `part` is where it begins, of the rate of the samples. */
function highPass(samples: Float32Array, part: number, quality: number): Float32Array {
  const turn = 2 * Math.PI * part;
  const [alpha, cos] = [Math.sin(turn) / (2 * quality), Math.cos(turn)];
  const gain = (1 + cos) / 2 / (1 + alpha);
  const [back1, back2] = [(-2 * cos) / (1 + alpha), (1 - alpha) / (1 + alpha)];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = gain * (x - 2 * x1 + x2) - back1 * y1 - back2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}
