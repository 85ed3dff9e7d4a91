import { table } from '../../outputs/handouts/table.ts';
import { homeFoot } from '../../ui/home-foot.ts';
import { fillPage } from '../../text/fill-page.ts';
import { html, type Html } from '../../text/html.ts';
import type { HourOfSignIns, SignIns } from './sign-in-counts.ts';

/** The page for IT: how many are signed in, and how many keys were right and wrong. `shell` is the built page. */
export function signInsPage(
  shell: string,
  { open, since, right, wrong, unproven, hours }: SignIns & { readonly open: number },
): string {
  const main = html`<section><h2>Signed in now</h2>
<p><strong>${open === 1 ? '1 browser' : `${open} browsers`}</strong>. A session ends after 60 minutes without use, and after 12 hours in any case. A running lesson counts as use.</p></section>
<section><h2>Keys that were typed</h2>
<p>Since ${moment(since)}: ${right} right, ${wrong} wrong.${unproven === 0 ? '' : ` ${unproven} more were not checked.`}</p>
${hours.length === 0 ? '' : table(['Hour', 'Right', 'Wrong', 'Not checked'], hours.map(row))}
<p class="about">A few wrong keys are slips. Hundreds in an hour mean that someone is guessing. After 10,000, Wholeclass asks for work before it checks a key. “Not checked” counts keys that came without it. The right key still gets in. There are no names and no addresses here.</p></section>`;
  return fillPage(
    shell,
    { main: String(main), room: 'server', foot: String(homeFoot('sign-ins', '../')) },
    { deeper: 0 },
  );
}

function row({ hour, right, wrong, unproven }: HourOfSignIns): readonly (string | Html)[] {
  return [moment(hour), String(right), String(wrong), String(unproven)];
}

function moment(ms: number): Html {
  const day = new Date(ms);
  return html`<time datetime="${day.toISOString()}">${hourFormat().format(day)}</time>`;
}

// Made when someone looks: the words of dates take 4 MB.
function hourFormat(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
}
