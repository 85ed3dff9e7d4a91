import { closesCode, codeOpening, type CodeMark } from '../../document/code-blocks.ts';
import type { Part } from '../../lesson/part.ts';

/** Which of the parts stand in a code block, its marks among them: nothing there is a plan's. */
export function codeParts(parts: readonly Part[]): readonly boolean[] {
  let code: CodeMark | undefined;
  return parts.map((part) => {
    if (part.type !== 'text') {
      code = undefined;
      return false;
    }
    const within = code !== undefined;
    if (code === undefined) code = codeOpening(part.text);
    else if (closesCode(part.text, code)) code = undefined;
    return within || code !== undefined;
  });
}
