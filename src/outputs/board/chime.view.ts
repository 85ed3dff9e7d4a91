const NOTES = [392, 523.25];
const LOUDNESS = 0.12;

/** Two soft notes, half a second each: the teacher hears that the board's sound is on, and the window may play sound from then on. */
export function chime(): void {
  const sound = new AudioContext();
  const done = NOTES.map((pitch, at) => playNote(sound, pitch, sound.currentTime + at * 0.3));
  void Promise.all(done).then(() => sound.close());
}

function playNote(sound: AudioContext, pitch: number, start: number): Promise<unknown> {
  const note = sound.createOscillator();
  const swell = sound.createGain();
  note.frequency.value = pitch;
  swell.gain.setValueAtTime(0, start);
  swell.gain.linearRampToValueAtTime(LOUDNESS, start + 0.06);
  swell.gain.linearRampToValueAtTime(0, start + 0.5);
  note.connect(swell).connect(sound.destination);
  note.start(start);
  note.stop(start + 0.5);
  return new Promise((resolve) => note.addEventListener('ended', resolve));
}
