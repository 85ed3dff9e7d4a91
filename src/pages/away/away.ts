import { LEAVE_TO } from '../../outputs/comebacks/away-page.ts';

// First of all: nothing that was read before lies ahead of this page, so that forward leads nowhere.
history.pushState(null, '');
leadOn();
// A browser may show the page again as it was, by Back from where it led to: it stays between there and what was read before.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted || otherSite() === null) return;
  history.pushState(null, '');
  leadOn();
});

const day = document.querySelector('.away__day');
const time = document.querySelector('.away__time');

/** On to the page of another site that the host has chosen, in the place of this one; without a network this one stays. */
function leadOn(): void {
  const to = otherSite();
  if (to !== null && navigator.onLine) location.replace(to);
}

/** Where the host has the page lead on; null for none, and for a page of this site, which would show what was left. */
function otherSite(): string | null {
  const to = document.querySelector<HTMLMetaElement>(`meta[name="${LEAVE_TO}"]`)?.content;
  return to === undefined || new URL(to).origin === location.origin ? null : to;
}

function show(now: Date): void {
  if (day) {
    day.textContent = now.toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }
  if (time) {
    time.textContent = now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  }
}

show(new Date());
setInterval(() => show(new Date()), 10_000);
