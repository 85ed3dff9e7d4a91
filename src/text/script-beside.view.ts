// A page of a folder has one script, and others lie beside that.
const own =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

const loading = new Map<string, Promise<unknown>>();

/** Runs a script that lies beside the page’s own, once, and waits for it; one that did not come is no error. For `file:`, where there are no modules. */
export function runBeside(name: string): Promise<unknown> {
  const known = loading.get(name) ?? run(new URL(`./${name}`, own).href);
  loading.set(name, known);
  return known;
}

function run(address: string): Promise<unknown> {
  const script = document.createElement('script');
  const end = new Promise((resolve) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', resolve);
  });
  script.src = address;
  document.head.append(script);
  return end;
}
