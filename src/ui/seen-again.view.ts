/** Calls back each time the page is seen again: its tab comes to the front, or Back leads to it as it was left. Returns what ends it. */
export function whenSeenAgain(look: () => void): () => void {
  const back = () => document.visibilityState === 'visible' && look();
  const restored = ({ persisted }: PageTransitionEvent) => persisted && look();
  document.addEventListener('visibilitychange', back);
  addEventListener('pageshow', restored);
  return () => {
    document.removeEventListener('visibilitychange', back);
    removeEventListener('pageshow', restored);
  };
}
