import { wording, setWording } from '../../ui/wording.view.ts';
import '../../ui/controls.css';
import { startRunningNotice } from '../../ui/running-lesson.view.ts';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/controls.view.tsx';
import { missingIn, type Missing } from '../../school/missing.ts';
import type { Role, School } from '../../school/school.ts';
import { today } from '../../text/today.view.ts';
import { ContactsSection, GateSection, RoleChoice } from './confirmed.tsx';
import { HandOut } from './hand-out.tsx';
import { LeftNotesSection, ReviewsSection } from './for-lead.tsx';
import { OneFile } from './one-file.tsx';
import { GuidanceSection, PeopleSection, WhereSection } from './people.tsx';
import { openSchoolDesk, type SchoolDesk } from '../../school/school-desk.view.ts';
import { LessonTimesSection } from './lesson-times.tsx';
import { PhonesSection } from './phones.tsx';

function SchoolPage({ desk }: { readonly desk: SchoolDesk }) {
  const [role, choose] = useState<Role | null>(null);
  const { school, change } = desk;
  const part = school && { school, change };
  // What is chosen here is said here at once.
  if (school) setWording(school.setting);
  return (
    <>
      <h1>{wording('Prepare for {my school}')}</h1>
      <p class="lead">
        Who helps, where, and what is checked: filled in once, for all lessons and all staff.
        Nothing about any {wording('{pupil}')} has a place here.
      </p>
      {part === null ? (
        <p role="status">Reading what is kept…</p>
      ) : (
        <div class="school">
          <div class="school__side">
            <SavedCard desk={desk} school={part.school} />
          </div>
          <div class="school__parts">
            <WhereSection {...part} />
            <PeopleSection {...part} />
            <ReviewsSection />
            <LeftNotesSection />
            <RoleChoice role={role} choose={choose} />
            <ContactsSection {...part} role={role} today={today()} />
            <GuidanceSection {...part} />
            <GateSection school={part.school} today={today()} />
            <LessonTimesSection {...part} />
            <PhonesSection {...part} />
            <OneFile {...part} />
            <HandOut />
          </div>
        </div>
      )}
    </>
  );
}

const savedWords: Readonly<Record<SchoolDesk['saved'], string>> = {
  'not yet': 'Each change is saved as you make it.',
  saving: 'Saving…',
  saved: 'Saved.',
};

function SavedCard({
  desk: { trouble, saved, undo },
  school,
}: {
  readonly desk: SchoolDesk;
  readonly school: School;
}) {
  const missing = missingIn(school, today());
  return (
    <section class="card part" aria-labelledby="missing">
      <h2 id="missing">{missing.length === 0 ? 'All is there' : 'Still to do'}</h2>
      {trouble.map((sentence) => (
        <p class="advice" role="alert" key={sentence}>
          {sentence}
        </p>
      ))}
      {missing.length === 0 && (
        <p>Everything that the paper and the lessons ask for is filled in.</p>
      )}
      <MissingList title="Useful, whenever there is time" missing={missing} />
      <p class="saved" role="status">
        {trouble.length === 0 && savedWords[saved]}
      </p>
      <p>
        <Button onPress={() => undo?.()} icon="replay" disabled={undo === null}>
          Undo
        </Button>
      </p>
      <p>
        <a href="#one-file">Save or read one file for all staff</a>
      </p>
    </section>
  );
}

function MissingList({
  title,
  missing,
}: {
  readonly title: string;
  readonly missing: readonly Missing[];
}) {
  if (missing.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="missing">
        {missing.map(({ field, words }) => (
          <li key={field}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const place = document.querySelector<HTMLElement>('#school');
if (place) {
  let isLanding = true;
  place.textContent = '';
  openSchoolDesk((desk) => {
    render(<SchoolPage desk={desk} />, place);
    if (desk.school === null || !isLanding) return;
    isLanding = false;
    land();
  });
}

// The browser looked for the part that the address names before there was any.
function land(): void {
  const part = document.getElementById(location.hash.slice(1));
  if (part === null || location.hash === '') return;
  part.scrollIntoView();
  part.focus({ preventScroll: true });
}
startRunningNotice();
