/** What lies over the slides: the picture, and two lines of words on it. */
export type FilmLayer = { readonly screen: HTMLElement; readonly caption: HTMLElement; readonly described: HTMLElement };

/** Fills a box with the film's layer, out of sight. */
export function filmLayer(box: HTMLElement, title: string): FilmLayer {
  const screen = document.createElement('div');
  const words = document.createElement('div');
  const [described, caption] = [document.createElement('p'), document.createElement('p')];
  screen.className = 'film__screen';
  words.className = 'film__words';
  described.className = 'film__described';
  caption.className = 'film__caption';
  words.append(described, caption);
  box.classList.add('film');
  box.hidden = true;
  box.role = 'region';
  box.ariaLabel = `Film: ${title}`;
  box.replaceChildren(screen, words);
  return { screen, caption, described };
}
