import { CHOICES, resize, SIZES, type Settings } from './settings.ts';

type PanelProps = { readonly settings: Settings; readonly set: (settings: Settings) => void };

/** How the text looks, to be chosen; it changes at once. */
export function SettingsPanel({ settings, set }: PanelProps) {
  return (
    <section class="settings card" id="settings" aria-label="Text and colours">
      <fieldset>
        <legend>Text size</legend>
        <div class="settings__row">
          <button
            type="button"
            class="button"
            onClick={() => set({ ...settings, size: resize(settings, -1) })}
          >
            Smaller
          </button>
          <output>{Math.round(settings.size * 100)}%</output>
          <button
            type="button"
            class="button"
            onClick={() => set({ ...settings, size: resize(settings, 1) })}
          >
            Larger
          </button>
        </div>
        <p class="unseen">{`From ${SIZES[0] * 100} to ${(SIZES.at(-1) ?? 1) * 100} per cent.`}</p>
      </fieldset>
      <Choice legend="Space between lines" name="spacing" settings={settings} set={set} />
      <Choice legend="Font" name="font" settings={settings} set={set} />
      <Choice legend="Colours" name="colours" settings={settings} set={set} />
    </section>
  );
}

type ChoiceProps = PanelProps & { readonly legend: string; readonly name: keyof typeof CHOICES };

function Choice({ legend, name, settings, set }: ChoiceProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="settings__row">
        {Object.entries(CHOICES[name]).map(([value, words]) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={settings[name] === value}
              onChange={() => set({ ...settings, [name]: value })}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
