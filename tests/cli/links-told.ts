/** The links of a page that lead away, ring or write without saying so: words need the very number or address, and of a site whose it is, “opens …’s own site”. */
export function untold(page: string): readonly string[] {
  return [...page.matchAll(/<a\b[^>]*\shref="([^"]*)"[^>]*>([^]*?)<\/a>/g)].flatMap(
    ([link, to = '', inner = '']) => {
      const words = inner.replaceAll(/<[^>]*>/g, '');
      const [, scheme = '', rest = ''] = /^([a-z]+:|\/\/)(.*)$/i.exec(to) ?? [];
      switch (scheme.toLowerCase()) {
        case '':
          return [];
        case 'tel:':
        case 'sms:':
          return words.replaceAll(/\D/g, '') === rest.replaceAll(/\D/g, '') ? [] : [link];
        case 'mailto:':
          return words.includes(rest) ? [] : [link];
        default: {
          const host = rest.replace(/^\/\/(?:www\.)?/, '').split(/[/?#]/, 1)[0] ?? '';
          return words.includes(host) && /opens .+’s own site/.test(words) ? [] : [link];
        }
      }
    },
  );
}
