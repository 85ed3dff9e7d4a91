/** Why no phone can be used beside a presenter on this page's program, in sentences; empty where one can (R43). */
export function whyNoPhones(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="wholeclass-phones"]');
  return meta?.content === 'none' ? NOT_SHARED : '';
}

const NOT_SHARED =
  'A phone cannot be used here: several programs share the lessons (VALKEY_URL), and a phone reaches only one of them.';
