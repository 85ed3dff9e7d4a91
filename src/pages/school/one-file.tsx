import { useState } from 'preact/hooks';
import { Button } from '../../ui/controls.view.tsx';
import { offerFile } from '../../ui/offer-file.view.ts';
import { readSchoolText } from '../../school/read-school.ts';
import { writeSchool, type School } from '../../school/school.ts';
import type { PartProps } from './people.tsx';

const TOO_LARGE = 200_000;

/** Everything on the page as one file, and back. */
export function OneFile({ school, change }: PartProps) {
  const [notes, setNotes] = useState<readonly string[]>([]);

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > TOO_LARGE) {
      return setNotes([
        `Cannot read “${file.name}”: it is too large for a school file. Nothing here was changed.`,
      ]);
    }
    const { school: found, problems } = readSchoolText(await file.text());
    if (problems.length > 0) {
      return setNotes([...problems.slice(0, 5), 'Nothing here was changed.']);
    }
    change(`file ${file.name} ${file.lastModified}`, found);
    setNotes([`Read from “${file.name}”. “Undo” brings back what was here.`]);
  }

  return (
    <section class="card part" aria-labelledby="one-file">
      <h2 id="one-file" tabIndex={-1}>
        One file for all staff
      </h2>
      <p>
        Save it once, hand it to every laptop, or put it as school.json beside the pages of the
        site. A lesson saved as a folder takes it along.
      </p>
      <p class="file-row">
        <Button onPress={() => save(school)}>Save as one file</Button>
        <label class="button file-button">
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              void read(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          Read from a file
        </label>
      </p>
      <div role="status">
        {notes.map((sentence) => (
          <p class="advice" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
    </section>
  );
}

function save(school: School): void {
  offerFile('school.json', new Blob([writeSchool(school)], { type: 'application/json' }));
}
