import type { SourceLine } from '../../document/source-line.ts';
import { warn, type Scan } from '../scan-state.ts';
import { directives } from './marp.ts';

/**
 * The attributes of pandoc and Quarto behind a heading: `## Later {visibility="hidden"}` hides a
 * slide, `{background-image="a.png"}` puts a picture behind it.
 */
export function headingFields(scan: Scan, { text, line }: SourceLine): void {
  const [, fields] = /\{([^{}]{0,300})\}\s*$/.exec(text.slice(-320)) ?? [];
  if (fields === undefined) return;
  if (/\bvisibility=["']?hidden\b/.test(fields)) {
    scan.parts.push({ type: 'hide', line });
    warn(
      scan,
      { text: '', line },
      {
        code: 'hidden-slide',
        message:
          'This slide is not shown, as its heading says: delete “visibility="hidden"” to show it',
      },
    );
  }
  if (/\bbackground-(?:image|video|iframe)=/.test(fields)) {
    warn(
      scan,
      { text: '', line },
      {
        code: 'left-out',
        message: `“{${fields.slice(0, 60)}}” is left out: ${directives['backgroundImage']}`,
      },
    );
  }
}
