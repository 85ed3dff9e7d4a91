import { Button } from '../../ui/controls.view.tsx';
import { readContacts } from '../../help/read-contacts.ts';
import { knownNumbers, staleOf } from '../../help/known-contacts.ts';
import { nations } from '../../help/nations.ts';
import { homePageOf } from '../../school/home-site.ts';
import { schoolMax, type Adult, type LocalContact, type School } from '../../school/school.ts';
import { Section, TextField } from '../../ui/fields.view.tsx';

/** What a part of the form is given. */
export type PartProps = {
  readonly school: School;
  readonly change: (field: string, part: Partial<School>) => void;
};

/** The school’s name, and which words fit it. */
export function WhereSection({ school, change }: PartProps) {
  return (
    <Section id="where" title="Where you are">
      <TextField
        id="name"
        max={schoolMax.school}
        label="Name"
        value={school.name}
        change={(name) => change('name', { name })}
        help="As it is printed at the top of paper for adults"
      />
      <TextField
        id="home-site"
        max={schoolMax.homeSite}
        label="Pages for home on the web"
        value={school.homeSite}
        change={(homeSite) => change('home-site', { homeSite })}
        help="The address of the public site, such as help.example.org. Help cards for ages 11–18, the last slide and letters then lead there"
      />
      {school.homeSite !== '' && homePageOf(school, '') === null && (
        <p class="advice" role="status">
          This is not an address. Write it like help.example.org.
        </p>
      )}
      <fieldset class="choice-row">
        <legend>What is it?</legend>
        {(['school', 'youth-work'] as const).map((setting) => (
          <label class="tick" key={setting} for={`setting-${setting}`}>
            <input
              id={`setting-${setting}`}
              type="radio"
              name="setting"
              checked={school.setting === setting}
              onChange={() => change('setting', { setting })}
            />
            <span>
              {setting === 'school'
                ? 'A school'
                : 'Youth work: pages and paper say group and leader'}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choice-row">
        <legend>Where in the UK?</legend>
        {nations.map((nation) => (
          <label class="tick" key={nation} for={`nation-${nation}`}>
            <input
              id={`nation-${nation}`}
              type="radio"
              name="nation"
              checked={school.nation === nation}
              onChange={() => change('nation', { nation })}
            />
            <span>{nation}</span>
          </label>
        ))}
        <p class="field__help">
          Letters and pages for parents say what holds there: the law, and what a child may be left
          out of. Pages for home have that nation’s own helplines too, once someone has checked them
        </p>
      </fieldset>
    </Section>
  );
}

/** Who staff turn to, and where. */
export function PeopleSection({ school, change }: PartProps) {
  const { lead, deputies } = school;
  const set = (i: number, part: Partial<Adult>) =>
    deputies.map((one, j) => (i === j ? { ...one, ...part } : one));
  return (
    <Section id="people" title="Who staff turn to">
      <p>
        Help cards, letters and pages for home name the lead too, with how to reach them. A help
        card has three lines for both: where they are longer, it has the name alone. Give no private
        number.
      </p>
      <div class="pair">
        <TextField
          id="lead-name"
          max={schoolMax.name}
          label="Safeguarding lead"
          value={lead.name}
          change={(name) => change('lead-name', { lead: { ...lead, name } })}
        />
        <TextField
          id="lead-reach"
          max={schoolMax.reach}
          label="How to reach them on the day"
          value={lead.reach}
          change={(reach) => change('lead-reach', { lead: { ...lead, reach } })}
        />
      </div>
      {deputies.map((one, i) => (
        <div class="pair" key={i}>
          <TextField
            id={`deputy-${i}-name`}
            max={schoolMax.name}
            label={`Deputy${i === 0 ? '' : ` ${i + 1}`}`}
            value={one.name}
            change={(name) => change(`deputy-${i}-name`, { deputies: set(i, { name }) })}
          />
          <TextField
            id={`deputy-${i}-reach`}
            max={schoolMax.reach}
            label="How to reach them"
            value={one.reach}
            change={(reach) => change(`deputy-${i}-reach`, { deputies: set(i, { reach }) })}
          />
          <Button
            onPress={() =>
              change(`deputies-${deputies.length}`, {
                deputies: deputies.filter((_, j) => i !== j),
              })
            }
          >
            Remove<span class="unseen"> deputy {i + 1}</span>
          </Button>
        </div>
      ))}
      {deputies.length < schoolMax.deputies && (
        <Button
          onPress={() =>
            change(`deputies-${deputies.length}`, {
              deputies: [...deputies, { name: '', reach: '' }],
            })
          }
          icon="plus"
        >
          Add a deputy
        </Button>
      )}
      <PlaceFields school={school} change={change} />
    </Section>
  );
}

function PlaceFields({ school: { cover, quietPlace, boxPlace }, change }: PartProps) {
  return (
    <>
      <TextField
        id="cover"
        max={schoolMax.cover}
        label="Who covers"
        value={cover}
        change={(value) => change('cover', { cover: value })}
        help="When the lead is away, or several lessons run at once"
      />
      <TextField
        id="quiet-place"
        max={schoolMax.place}
        label="The quiet place"
        value={quietPlace}
        change={(value) => change('quiet-place', { quietPlace: value })}
        help="Where someone can sit with an adult for a while"
      />
      <TextField
        id="box-place"
        max={schoolMax.place}
        label="Where the question box is"
        value={boxPlace}
        change={(value) => change('box-place', { boxPlace: value })}
        help="After the lesson, for anyone who would rather write"
      />
    </>
  );
}

/** Editions of the guidance, and contacts near the school, for adults’ paper. */
export function GuidanceSection({ school, change }: PartProps) {
  const { editions, local } = school;
  const set = (i: number, part: Partial<LocalContact>) =>
    local.map((one, j) => (i === j ? { ...one, ...part } : one));
  function add(): void {
    const id = `local-${local.length}`;
    change(id, { local: [...local, { name: '', contact: '' }] });
    // The field is there from the next frame on.
    requestAnimationFrame(() => document.getElementById(`${id}-name`)?.focus());
  }
  return (
    <Section id="guidance" title="Guidance and local contacts">
      <p>For adults’ paper only. Write the editions that your policy names.</p>
      <div class="pair">
        <TextField
          id="kcsie"
          max={schoolMax.edition}
          label="Keeping children safe in education"
          value={editions.kcsie}
          change={(kcsie) => change('kcsie', { editions: { ...editions, kcsie } })}
        />
        <TextField
          id="ukcis"
          max={schoolMax.edition}
          label="UKCIS, sharing nudes and semi-nudes"
          value={editions.ukcis}
          change={(ukcis) => change('ukcis', { editions: { ...editions, ukcis } })}
        />
      </div>
      {local.map((one, i) => (
        <div class="pair" key={i}>
          <TextField
            id={`local-${i}-name`}
            max={schoolMax.name}
            label="Local contact"
            value={one.name}
            change={(name) => change(`local-${i}-name`, { local: set(i, { name }) })}
          />
          <TextField
            id={`local-${i}-contact`}
            max={schoolMax.contact}
            label="Number or address"
            value={one.contact}
            change={(contact) => change(`local-${i}-contact`, { local: set(i, { contact }) })}
          />
          <Button
            onPress={() =>
              change(`local-${local.length}`, { local: local.filter((_, j) => i !== j) })
            }
          >
            Remove<span class="unseen"> local contact {i + 1}</span>
          </Button>
          <OutOfDate contact={one.contact} />
        </div>
      ))}
      {local.length < schoolMax.local && (
        <Button onPress={add} icon="plus">
          Add a local contact
        </Button>
      )}
    </Section>
  );
}

function OutOfDate({ contact }: Pick<LocalContact, 'contact'>) {
  const stale = readContacts(contact, knownNumbers).flatMap((words) => staleOf(words) ?? [])[0];
  return stale ? (
    <p class="advice" role="status">
      {stale.contact} is out of date. Write instead: {stale.instead}.
    </p>
  ) : null;
}
