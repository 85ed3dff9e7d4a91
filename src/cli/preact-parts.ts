import type { Plugin } from 'vite';

/** What Preact has for components that catch errors of others and for formulas of MathML, as its bundle writes it, and what stands in its place. */
const UNUSED: readonly (readonly [part: RegExp, instead: string])[] = [
  // Goes up from a component that failed: none of ours catches what another throws.
  [/for\(var \w,\w,\w;\w=\w\.__;\)if\((?:(?!throw).)*?(?=throw \w=0,\w\}\})/, ''],
  [/"math"==\w\?\w="http:\/\/www\.w3\.org\/1998\/Math\/MathML":/, ''],
  [
    /\("foreignObject"==(\w)\|\|"http:\/\/www\.w3\.org\/1998\/Math\/MathML"==(\w)&&\w\.test\(\1\)\)/,
    '"foreignObject"==$1',
  ],
  [/,\w=\/\^m\(i\|n\|o\|s\|text\|space\)\$\//, ''],
];

/** Builds Preact into a page without the parts that the page never uses; a Preact that is written otherwise stops the build. */
export function preactParts(page: string): Plugin {
  return {
    name: 'preact-parts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(`/preact/dist/preact.mjs?${page}`)) return null;
      return UNUSED.reduce((rest, [part, instead]) => {
        if (!part.test(rest)) throw new Error(`Preact has no part like ${part.source}`);
        return rest.replace(part, instead);
      }, code);
    },
  };
}
