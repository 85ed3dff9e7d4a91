import { placeIn, type TextBlock } from './text-block.ts';
import type { Finding, Hazard } from './hazard.ts';
import { listHazard } from './list-hazard.ts';
import { finder } from './word-hazard.ts';
import words from './words/answers-shown.json' with { type: 'json' };

/** H18, M7, M8, M11: free text, one group’s answers or a running count where the class sees it, asked for in words or in a field. */
export const answersShown: Hazard = listHazard({ code: 'answers-shown', words }, (list) => {
  const inWords = finder(list);
  return (checked) => {
    const inFields = checked.textBlocks.flatMap((textBlock) =>
      inField(textBlock, `${list.why}. ${list.better}`),
    );
    const lines = new Set(inFields.map(({ line }) => line));
    return [...inWords(checked).filter(({ line }) => !lines.has(line)), ...inFields];
  };
});

const ASKS =
  /\b(?:word ?cloud|free ?text|open (?:text|answers?)|live|as they come|(?:per|by|each) (?:table|group|device|pupil|seat)|show (?:names|who|counts?|votes?))\b/i;
const HOW =
  /\b(?:live|as they come|immediate(?:ly)?|instant(?:ly)?|always|real[- ]?time|while asking|(?:per|by) (?:table|group|device)|word ?cloud)\b/i;
const OFF = /^["']?(?:no|false|off|never|none|0|not? .*)["']?$/i;
const FEWEST =
  /^(?:fewest|minimum|threshold|at least|smallest (?:group|class)|min(?:imum)? (?:answers?|votes?|group))\b/i;

// `live results: true`, `results: as they come in`, `threshold: 5`, at the head or within another field.
function inField(textBlock: TextBlock, rest: string): readonly Finding[] {
  if (textBlock.role !== 'field' || typeof textBlock.within !== 'string') return [];
  const [, inner, innerValue] = /^([\w][\w -]{0,40}):\s+(.+)$/.exec(textBlock.text) ?? [];
  const [name, value] = [
    (inner ?? textBlock.within).replaceAll(/[-_]/g, ' '),
    (innerValue ?? textBlock.text).trim(),
  ];
  const quoted = `“${name}: ${value.slice(0, 60)}”`;
  const isAsked =
    !OFF.test(value) &&
    (isSwitch(name, value) ||
      (/\b(?:results?|votes?|counts?|answers?|polls?|tally)\b/i.test(name) && HOW.test(value)));
  if (isAsked) return [{ ...placeIn(textBlock, 0), message: `${quoted} ${rest}` }];
  const isFew = FEWEST.test(name) && Number(value) > 0 && Number(value) < 10;
  const few =
    'shows what a few answered, and among few a child can be known. Leave the line out: ten is the fewest, and a teacher may raise it';
  return isFew ? [{ ...placeIn(textBlock, 0), message: `${quoted} ${few}` }] : [];
}

// A field of that name that is turned on; “title: Live action” is none.
function isSwitch(name: string, value: string): boolean {
  return (
    ASKS.test(name) && /^["']?(?:yes|true|on|all|always|board|class|everyone|\d+)\b/i.test(value)
  );
}
