/** Keeps the screen awake while that is wanted and the page is in sight, where the browser can. */
export function holdScreen(): (isWanted: boolean) => void {
  let isWanted = false;
  let lock: WakeLockSentinel | null = null;
  let isAsking = false;

  async function settle(): Promise<void> {
    if (isAsking) return;
    // An older browser has none, and one without TLS gives none: then the phone's own settings decide.
    const wakeLock: WakeLock | undefined = Reflect.get(navigator, 'wakeLock');
    const isHeld = lock !== null && !lock.released;
    const isDue = isWanted && document.visibilityState === 'visible';
    if (wakeLock === undefined || isDue === isHeld) return;
    isAsking = true;
    if (isDue) lock = await wakeLock.request('screen').catch(() => null);
    else await lock?.release().catch(() => undefined);
    isAsking = false;
  }

  document.addEventListener('visibilitychange', () => void settle());
  return (next) => {
    if (next === isWanted) return;
    isWanted = next;
    void settle();
  };
}
