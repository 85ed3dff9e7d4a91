import { LEAVE_TO } from '../../outputs/comebacks/away-page.ts';

// First of all: nothing that was read before lies ahead of this page, so that forward leads nowhere.
history.pushState(null, '');
leadOn();
// A browser may show the page again as it was, by Back from where it led to.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) leadOn();
});

const day = document.querySelector('.away__day');
const time = document.querySelector('.away__time');

/** On to the page of another site that the host has chosen, in the place of this one; without a network this one stays. */
function leadOn(): void {
  const to = document.querySelector<HTMLMetaElement>(`meta[name="${LEAVE_TO}"]`)?.content;
  if (to !== undefined && navigator.onLine) location.replace(to);
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
