import { render } from 'preact';
import { openPhoneLink } from './phone-link.view.ts';
import { holdScreen } from './screen-lock.view.ts';
import { Join } from './join.tsx';
import { Hand } from './hand.tsx';

const place = document.querySelector<HTMLElement>('#phone');
if (place) start(place);

function start(root: HTMLElement): void {
  root.textContent = '';
  const keepAwake = holdScreen();
  const link = openPhoneLink(draw);
  draw();

  function draw(): void {
    const state = link.state();
    keepAwake(state.is === 'in');
    render(
      state.is === 'out' ? (
        <Join state={state} join={link.join} />
      ) : (
        <Hand state={state} link={link} />
      ),
      root,
    );
  }
}
