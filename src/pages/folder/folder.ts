/** No server is behind a folder that was opened by double-click: an address that ends with its folder is completed here, as soon as someone is about to follow it. */
function completeAddress({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.protocol !== 'file:' || !link.pathname.endsWith('/')) return;
  link.pathname += 'index.html';
}

if (location.protocol === 'file:') {
  for (const about of ['click', 'auxclick', 'contextmenu', 'dragstart']) addEventListener(about, completeAddress, { capture: true });
}
