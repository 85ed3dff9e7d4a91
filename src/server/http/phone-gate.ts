import { assetsOf, type Pages } from '../../site/pages.ts';

/** Which addresses are a phone's, and which of them are open while the school lets a phone be used. */
export type PhoneGate = {
  /** True for an address that is answered as if there were nothing: it is a phone's, and the school has not turned it on (R43). */
  isHidden(path: string): Promise<boolean>;
  /** True for what a phone is served without a session: it has the code and the words in place of the staff key. */
  isOpen(path: string): Promise<boolean>;
};

/** What a phone asks without a session; a desk has one. */
const OF_PHONE = /^\/(?:phone(?:\/|$)|api\/phones\/join$|api\/phones\/[^/]+\/(?:view|commands)$)/;
const PHONES = /^\/(?:phone(?:\/|$)|api\/phones(?:\/|$))/;

/** Opens the gate; `isOn` is asked each time: the school may change its mind in a lesson. */
export function phoneGate(isOn: () => Promise<boolean>, pages: Pages): PhoneGate {
  return {
    isHidden: async (path) => PHONES.test(decoded(path)) && !(await isOn()),
    async isOpen(path) {
      if (OF_PHONE.test(path)) return isOn();
      if (!path.startsWith('/assets/') || !(await isOn())) return false;
      const shell = await pages.shell('phone');
      return shell !== null && (await assetsOf(shell, pages)).has(path.slice(1));
    },
  };
}

// What cannot be read leads nowhere by itself.
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
