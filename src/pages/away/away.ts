// First of all: nothing that was read before lies ahead of this page, so that forward leads nowhere.
history.pushState(null, '');

const day = document.querySelector('.away__day');
const time = document.querySelector('.away__time');

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
