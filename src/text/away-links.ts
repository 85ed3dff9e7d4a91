/** HTML without links that lead away, ring or write: their words stay, for devices that a class shares (TEACHING 0.1). Such links are made by `help/contact-link.ts`. */
export function withoutAwayLinks(page: string): string {
  return page
    .replaceAll(/<a class="away-link"[^>]*>([^<]*)<span class="unseen">[^<]*<\/span><\/a>/g, '$1')
    .replaceAll(/<a href="(?:tel|sms|mailto):[^"]*">([^<]*)<\/a>/g, '$1');
}
