/** What lies over the picture: two lines of words. */
export type FilmLayer = { readonly caption: HTMLElement; readonly described: HTMLElement };

/** Fills a box with the player and the film's layer, out of sight; it has no name before the film is known. */
export function filmLayer(box: HTMLElement, player: HTMLElement): FilmLayer {
  const screen = document.createElement('div');
  const words = document.createElement('div');
  const described = document.createElement('p');
  const caption = document.createElement('p');
  screen.className = 'film__screen';
  screen.append(player);
  words.className = 'film__words';
  described.className = 'film__described';
  caption.className = 'film__caption';
  words.append(described, caption);
  box.classList.add('film');
  box.hidden = true;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'Film');
  box.replaceChildren(screen, words);
  return { caption, described };
}
