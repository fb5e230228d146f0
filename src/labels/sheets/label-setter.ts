import { qrMatrix } from '../qr.ts';
import type { LabelToPrint } from './label-to-print.ts';
import { SheetFont } from './sheet-font.ts';
import type { SheetPlan } from './sheet-options.ts';
import { fit, toPoints, type Fit, type TextLine } from './sheet-template.ts';
import { arrange, setLine, wordsOf, type PlacedText } from './sheet-text.ts';

/** What a text that is cut ends in. */
const MARKS = '…...';
/** A batch is one part, and needs one setting. */
const MOST_KEPT = 256;

/** How labels that differ in nothing but their serial and code are printed. */
export interface Setting {
  /** Modules a side of the code. */
  readonly size: number;
  readonly fit: Fit;
  /** Every text but the serial. */
  readonly texts: readonly PlacedText[];
}

interface KeptSetting extends Setting {
  readonly serial: PlacedText | undefined;
}

/** Sets labels for one plan: the work that a run of labels shares is done once for all of them. */
export class LabelSetter {
  readonly font = new SheetFont();
  private readonly settings = new Map<string, KeptSetting>();
  /** A code's size follows from where in its text the letters and digits are, not from which; one host's labels are alike. */
  private readonly sizes = new Map<string, number>();
  private readonly measure = this.font.width.bind(this.font);

  private readonly serialLine: TextLine | undefined;

  constructor(private readonly plan: SheetPlan) {
    this.serialLine = plan.template.bottom.find(({ field }) => field === 'serial');
  }

  /** @throws TemplateTooSmall */
  async set(label: LabelToPrint): Promise<{ setting: Setting; serial: PlacedText | undefined }> {
    const size = this.sizeOf(label.text);
    const key = JSON.stringify([size, label.partNumber, label.name, label.lot, label.maker]);
    let setting = this.settings.get(key);
    if (!setting) {
      setting = await this.setAnew(label, size);
      keep(this.settings, key, setting);
    }
    const text = wordsOf(label, 'serial');
    await this.font.prepare(text, 'bold');
    return { setting, serial: setting.serial && this.placeSerial(text, setting.serial, setting.fit) };
  }

  private async setAnew(label: LabelToPrint, size: number): Promise<KeptSetting> {
    const { template, resolution } = this.plan;
    const place = fit(template, size, resolution);
    for (const { field, weight } of [...template.top, ...template.bottom]) {
      await this.font.prepare(`${wordsOf(label, field)}${MARKS}`, weight);
    }
    const placed = arrange(label, template, place, this.measure);
    const texts = placed.filter(({ field }) => field !== 'serial');
    return { size, fit: place, texts, serial: placed.find(({ field }) => field === 'serial') };
  }

  /** Where the first label's serial stands; only a serial of many wide letters is set smaller. */
  private placeSerial(text: string, place: PlacedText, { text: box }: Fit): PlacedText {
    if (!this.serialLine) return place;
    const { texts, size } = setLine(text, this.serialLine, toPoints(box.width), false, this.measure);
    return { ...place, text: texts[0]!, size };
  }

  private sizeOf(text: string): number {
    const shape = text.replace(/[0-9A-Z]+/g, ({ length }) => String(length));
    const size = this.sizes.get(shape) ?? qrMatrix(text, this.plan.ecc).size;
    keep(this.sizes, shape, size);
    return size;
  }
}

function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  if (kept.size >= MOST_KEPT && !kept.has(key)) kept.clear();
  kept.set(key, value);
}
