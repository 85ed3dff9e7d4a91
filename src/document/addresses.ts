/** True for an address that a link may lead to: https, or a page of our own. */
export function isAllowedAddress(href: string): boolean {
  const address = withoutComments(href.replaceAll(/[\u0000-\u0020]+/g, ''));
  const [, scheme] = /^([a-zA-Z][a-zA-Z0-9.\-+]*):/.exec(address) ?? [];
  if (scheme !== undefined) return scheme.toLowerCase() === 'https';
  return !/^[/\\]{2}/.test(address);
}

// Browsers leave them out of addresses in places.
function withoutComments(address: string): string {
  let left = address;
  for (;;) {
    const from = left.indexOf('<!--');
    const to = from < 0 ? -1 : left.indexOf('-->', from + 4);
    if (to < 0) return left;
    left = left.slice(0, from) + left.slice(to + 3);
  }
}
