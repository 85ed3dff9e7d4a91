/** The browser's own voice. */
export type Voice = {
  /** Reads aloud; settles when it has, and null where this computer has no English voice of its own. */
  say(text: string): Promise<void> | null;
  hush(): void;
};

/** However slow a voice is: a browser whose voice never tells that it is done must not hold the film for ever. */
const LONGEST_MS = (text: string) => 4_000 + text.length * 150;

/** Opens the voice of this computer. Voices that send the words to someone else's computer are never used. */
export function openVoice(): Voice {
  const speech = 'speechSynthesis' in window ? window.speechSynthesis : null;
  // The first question only makes the browser look for its voices.
  speech?.getVoices();
  return {
    say(text) {
      const voice = speech
        ?.getVoices()
        .find(({ localService, lang }) => localService && /^en\b/i.test(lang));
      if (!speech || !voice) return null;
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      return new Promise((resolve) => {
        const timer = setTimeout(end, LONGEST_MS(text));
        function end(): void {
          clearTimeout(timer);
          resolve();
        }
        words.addEventListener('end', end);
        words.addEventListener('error', end);
        speech.speak(words);
      });
    },
    hush: () => speech?.cancel(),
  };
}
