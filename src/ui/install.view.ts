/** What a browser offers once a page can be added to the first screen; Chromium’s alone have it. */
type Offer = Event & { prompt(): Promise<unknown> };

/** Adding the page to the first screen, where the browser does it when it is asked. */
export type Install = {
  /** True while the browser would ask the reader. */
  canAsk(): boolean;
  /** Lets the browser ask the reader, once for each time that it offers to. */
  ask(): Promise<void>;
  /** Forgets what was offered: the page is about to be added as something else. */
  forget(): void;
  /** Calls `onChange` when the browser offers it, and when it no longer does. */
  listen(onChange: () => void): void;
};

/** Listens for the browser’s offer, which comes when it likes, and keeps it from asking by itself. */
export function listenForInstall(): Install {
  let offer: Offer | null = null;
  let listener = (): void => {};
  const set = (next: Offer | null) => {
    offer = next;
    listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isOffer(event)) set(event);
  });
  addEventListener('appinstalled', () => set(null));
  return {
    canAsk: () => offer !== null,
    async ask() {
      const asked = offer;
      set(null);
      await asked?.prompt();
    },
    forget: () => set(null),
    listen(onChange) {
      listener = onChange;
    },
  };
}

function isOffer(event: Event): event is Offer {
  return 'prompt' in event && typeof event.prompt === 'function';
}
