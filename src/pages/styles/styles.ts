import { startPrintButtons } from '../../ui/print-button.view.ts';
import { contrastOf, rgbOf, sixDigits } from '../../ui/contrast.ts';

const looks = document.querySelector<HTMLElement>('#looks');
const SCHEME = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

/** The rules of this page that hold for some devices alone, with what they ask for: they are switched here, and nowhere else. */
const switched = [...document.styleSheets]
  .flatMap((sheet) => mediaRulesIn(sheet.cssRules))
  .map((rule) => ({ rule, asks: rule.media.mediaText }));

startPrintButtons();
if (looks !== null) looks.hidden = false;
looks?.addEventListener('change', switchLooks);
for (const query of [SCHEME, CONTRAST]) matchMedia(query).addEventListener('change', writeColours);
// A page that comes back by “Back” has its switches as they were.
addEventListener('pageshow', switchLooks);

function mediaRulesIn(rules: CSSRuleList): readonly CSSMediaRule[] {
  return [...rules].flatMap((rule) => {
    const inner = rule instanceof CSSImportRule ? rule.styleSheet?.cssRules : undefined;
    if (inner !== undefined) return mediaRulesIn(inner);
    return rule instanceof CSSMediaRule &&
      /prefers-(?:color-scheme|contrast)/.test(rule.media.mediaText)
      ? [rule]
      : [];
  });
}

function switchLooks(): void {
  const scheme = looks?.querySelector<HTMLInputElement>('[name="scheme"]:checked')?.value;
  const isStronger = looks?.querySelector<HTMLInputElement>('[name="contrast"]')?.checked === true;
  for (const { rule, asks } of switched) {
    const chosen =
      scheme === 'dark' || scheme === 'light'
        ? asks.replace(SCHEME, scheme === 'dark' ? '(min-width: 0)' : '(max-width: 0)')
        : asks;
    rule.media.mediaText = isStronger ? chosen.replace(CONTRAST, '(min-width: 0)') : chosen;
  }
  writeColours();
}

/** Writes each colour as it is now, and how far what is written on it differs from it. */
function writeColours(): void {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string | undefined) =>
    sixDigits(style.getPropertyValue(`--${name}`).trim());
  for (const place of document.querySelectorAll<HTMLElement>('[data-colour]')) {
    place.textContent = colour(place.dataset['colour']);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-ink]')) {
    place.textContent = `${place.dataset['ink']} ${contrastOf(rgbOf(colour(place.dataset['ink'])), rgbOf(colour(place.dataset['on']))).toFixed(1)} to 1`;
  }
}
