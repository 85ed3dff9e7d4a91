import { calendarFile, dayTitle, scheduleTable } from './calendar.ts';
import { fill, type Details } from './details.ts';
import { keyMessages, pieces, wording } from './pieces.ts';
import { pictureSizes, posterSizes } from './post-picture.ts';
import { platforms, posts } from './posts.ts';
import { schedule, weekday } from './schedule.ts';

/** A text file of the kit, by its path in it. */
export type KitText = { readonly path: string; readonly text: string };

/** Every text of the kit, filled in; `stamp` is the moment it is made, `film` what goes with the film. Lines end as every computer reads them. */
export function kitTexts(
  details: Details,
  stamp: string,
  film: readonly KitText[] = [],
): readonly KitText[] {
  const filled = (text: string) => fill(text, details);
  const texts: readonly KitText[] = [
    { path: 'read-me-first.txt', text: readMe(details, film.length > 0) },
    {
      path: 'words/key-messages.txt',
      text: filled(keyMessages.map((line) => `- ${line}`).join('\n')),
    },
    ...pieces.map(({ id, text }) => ({ path: `words/${id}.txt`, text: filled(text) })),
    {
      path: 'words/do-and-dont.txt',
      text: wording
        .map(({ say, not, why }) => `Do: ${say}.\nDon’t: ${not}.\nWhy: ${why}`)
        .join('\n\n'),
    },
    ...posts.map(({ id, short, long }) => ({
      path: `posts/${id}.txt`,
      text: filled(`Short\n\n${short}\n\n\nLong\n\n${long}`),
    })),
    {
      path: 'pictures/alt-texts.txt',
      text: posts.map(({ id, picture }) => `${id}: ${picture.alt}`).join('\n\n'),
    },
    ...film,
  ];
  return [
    ...texts.map(({ path, text }) => ({
      path,
      text: `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`,
    })),
    { path: 'schedule.ics', text: calendarFile(details, stamp) },
    { path: 'schedule.csv', text: scheduleTable(details) },
  ];
}

function readMe(details: Details, hasFilm: boolean): string {
  const days = schedule.map((day) => `${weekday(day.on)} ${day.on}: ${dayTitle(day, details)}`);
  return `The supporters’ kit${details.name.trim() === '' ? '' : ` of ${details.name.trim()}`}

words/     key messages, copy of about 25, 50, 100 and 300 words, a newsletter item, a press release, an e-mail signature, do and don’t
posts/     ${posts.length} posts, each short and long
pictures/  a picture for each post, in ${pictureSizes.length} sizes, with its alt text in alt-texts.txt
posters/   the same words on paper, ${posterSizes.map(({ id }) => id.toUpperCase()).join(' and ')}, to print${hasFilm ? '\nfilm/      our film, its captions, what is seen in it in words, and what you may do with it' : ''}
schedule   as a calendar file (.ics) and a table (.csv)

Put the alt text in wherever a platform asks for it.
Which length fits where: ${platforms.map(({ name, length, max }) => `${name} ${length} (${max} characters)`).join(', ')}.

${days.join('\n')}`;
}
