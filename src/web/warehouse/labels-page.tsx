import type { LabelProof } from '../../labels/sheets/label-proof.ts';
import { labelsPerPage, RESOLUTIONS, type TemplateName, TEMPLATES } from '../../labels/sheets/sheet-template.ts';
import type { Language, Words } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { Select, Text } from '../design/fields.tsx';
import { Notice } from '../design/notice.tsx';
import { LABEL_WORDS } from './label-words.ts';
import type { PrintSettings } from './print-settings.ts';
import { TEMPLATE } from './warehouse-words.ts';

/** A label that could be drawn, or why it could not. */
export type Proved = { readonly proof: LabelProof } | { readonly refused: Words };

interface LabelsProps {
  readonly proofs: readonly (readonly [TemplateName, Proved])[];
  readonly printers: readonly string[];
  readonly language: Language;
}

/** Every stock of labels, as it comes out of a printer, and whether it can be read. */
export function LabelsPage({ proofs, printers, language }: LabelsProps) {
  const words = LABEL_WORDS[language];
  return (
    <div class="stack">
      <div>
        <h1>{words.labels}</h1>
        <p class="soft">{words.lead}</p>
      </div>
      <div class="three">
        {proofs.map(([name, proved]) => (
          <section key={name} class="card stack">
            <h2>{TEMPLATE[language][name]}</h2>
            <Proof name={name} proved={proved} language={language} />
            <p>
              <a href={`/warehouse/labels/${name}`}>{words.adjust}</a>
            </p>
          </section>
        ))}
      </div>
      <section class="card">
        <h2>{words.printers}</h2>
        <p class={printers.length === 0 ? 'soft' : ''}>
          {printers.length === 0 ? words.noPrinters : printers.join(language === 'zh' ? '、' : ', ')}
        </p>
      </section>
    </div>
  );
}

interface ProofProps {
  readonly name: TemplateName;
  readonly proved: Proved;
  readonly language: Language;
}

function Proof({ name, proved, language }: ProofProps) {
  const words = LABEL_WORDS[language];
  if ('refused' in proved) {
    return (
      <Notice state="caution" title={words.tooSmall}>
        <p>{proved.refused[language]}</p>
      </Notice>
    );
  }
  const { png, width, height, isReadAsPrinted } = proved.proof;
  return (
    <>
      <div class="proof">
        <img
          src={`data:image/png;base64,${png.toString('base64')}`}
          alt={words.specimen(TEMPLATE[language][name])}
          width={Math.round(width * 8)}
          height={Math.round(height * 8)}
        />
      </div>
      <Chip state={isReadAsPrinted ? 'good' : 'suspect'}>{isReadAsPrinted ? words.reads : words.readsNot}</Chip>
    </>
  );
}

interface LabelPageProps extends ProofProps {
  readonly settings: PrintSettings;
  readonly start: number;
  readonly part: string | undefined;
  readonly isKept: boolean;
}

/** One stock of labels: tried out, moved until it sits right, and kept so for this computer. */
export function LabelPage(props: LabelPageProps) {
  const { name, language, isKept } = props;
  const words = LABEL_WORDS[language];
  return (
    <div class="stack">
      {isKept && <Notice state="good" role="status" title={words.kept} />}
      <h1>{TEMPLATE[language][name]}</h1>
      <div class="two">
        <section class="card stack">
          <Proof {...props} />
        </section>
        <div class="stack">
          <Adjust {...props} />
          <section class="card">
            <h2>{words.calibrate}</h2>
            <Calibration name={name} language={language} />
          </section>
        </div>
      </div>
    </div>
  );
}

function Adjust({ name, settings, start, part, language }: LabelPageProps) {
  const words = LABEL_WORDS[language];
  const template = TEMPLATES[name];
  const dpis = Object.fromEntries(RESOLUTIONS.map((dpi) => [dpi, `${dpi} dpi`]));
  return (
    <form class="card fields" method="get" action={`/warehouse/labels/${name}`}>
      <h2>{words.adjust}</h2>
      <Text label={words.part} name="part" most={40} value={part} hint="CH-04465-02250" />
      <div class="row">
        <Nudge name="nudgeX" label={words.nudgeX} most={template.nudge} value={settings.nudgeX} />
        <Nudge name="nudgeY" label={words.nudgeY} most={template.nudge} value={settings.nudgeY} />
      </div>
      <p class="soft">{words.nudgeMeans(template.nudge)}</p>
      <div class="row">
        {template.kind === 'roll' && <Select label={words.dpi} name="dpi" choices={dpis} value={settings.dpi} />}
        <Select label={words.ecc} name="ecc" choices={{ M: words.eccM, Q: words.eccQ }} value={settings.ecc} />
      </div>
      {template.kind === 'sheet' && <StartPlace name={name} start={start} language={language} />}
      <div class="goes">
        <button class="main">{words.try}</button>
        <button formmethod="post">{words.keep}</button>
      </div>
    </form>
  );
}

interface NudgeProps {
  readonly name: 'nudgeX' | 'nudgeY';
  readonly label: string;
  readonly most: number;
  readonly value: number;
}

function Nudge({ name, label, most, value }: NudgeProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} type="number" min={-most} max={most} step={0.1} value={value} />
    </label>
  );
}

/** The sheet as it lies in the tray: where is the first label that is still on it? */
function StartPlace({ name, start, language }: Pick<LabelPageProps, 'name' | 'start' | 'language'>) {
  const places = Array.from({ length: labelsPerPage(TEMPLATES[name]) }, (_, at) => at + 1);
  return (
    <fieldset>
      <legend>{LABEL_WORDS[language].start}</legend>
      <div class={`sheet ${name}`}>
        {places.map((place) => (
          <label key={place}>
            <input type="radio" name="start" value={place} checked={place === start} />
            {place}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Calibration({ name, language }: Pick<LabelPageProps, 'name' | 'language'>) {
  const words = LABEL_WORDS[language];
  if (TEMPLATES[name].kind === 'roll') return <p class="soft">{words.calibrateRoll}</p>;
  return (
    <>
      <p class="soft">{words.calibrateSheet}</p>
      <p>
        <a class="go" href={`/warehouse/labels/${name}/calibration.pdf`}>
          {words.calibrationPage}
        </a>
      </p>
    </>
  );
}
