/** The folder of the pages that show a lesson of one’s own where no program has it: `present/my_lesson/?lesson=<id>`. No lesson’s file has such a name. */
export const MY_LESSON = 'my_lesson';

const SHIPPED = 'site_';

/** What a lesson that came with the site is called among one’s own, while it is taught with a film of this browser. No file’s name begins so, nor does an id that a browser makes. */
export function idOfShipped(slug: string): string {
  return `${SHIPPED}${slug}`;
}

/** The lesson of the site that is taught so, by its name among one’s own; null for any other. */
export function shippedOf(slug: string): string | null {
  const id = idOfMine(slug) ?? '';
  return id.startsWith(SHIPPED) ? id.slice(SHIPPED.length) : null;
}

/** The name of the lesson that a folder carries along, which was saved from its own page. No home gives such a name. */
export const CARRIED = 'in_this_folder';

/** Where a folder has that lesson, from its root; its pictures lie beside it. */
export const CARRIED_LESSON = 'my-lesson/lesson.json';

const SLUG = /^my_lesson_([\w-]+)$/;
const IN_ADDRESS = /\/my_lesson_([\w-]+)\/(?:([\w-]+)\/)?([^?#]*)\??/;

/** What a lesson of one’s own is called wherever a lesson goes by its slug: in what a browser stores of it, and between its windows. `id` is its name in its home. */
export function slugOfMine(id: string): string {
  return `${MY_LESSON}_${id}`;
}

/** Its name in its home; null for the slug of a lesson that came with the site. */
export function idOfMine(slug: string): string | null {
  return SLUG.exec(slug)?.[1] ?? null;
}

/** An address that leads to a page of such a lesson by its slug, `../present/my_lesson_a1/?rehearse`, as that of the page there is, `../present/my_lesson/?lesson=a1&rehearse`; any other as it is. Its sheets share a page, `../print/my_lesson/sheet/?lesson=a1&sheet=answers`. */
export function addressOfMine(address: string): string {
  const found = IN_ADDRESS.exec(address);
  if (found === null) return address;
  const [whole, id = '', sheet = '', rest = ''] = found;
  const after = address.slice(found.index + whole.length);
  const more = after === '' || after.startsWith('#') ? after : `&${after}`;
  const [folder, asked] = sheet === '' ? ['', ''] : ['sheet/', `&sheet=${sheet}`];
  return `${address.slice(0, found.index)}/${MY_LESSON}/${folder}${rest}?lesson=${id}${asked}${more}`;
}
