import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import type { OrganisationId } from '../kernel/identifiers.ts';
import { SigningService } from '../labels/signing.service.ts';
import { isOfPrefix } from '../labels/label-signature.ts';
import { MAKERS } from './parts.ts';
import type { Manner, UnitName } from './step.ts';

/** A label as it came off the printer. */
export interface Label {
  readonly gtin: string;
  readonly serial: string;
  readonly text: string;
}

/** Reads labels as people and forgers do. What is needed to forge is taken from the server's own signer: a key that leaked. */
export class Codes {
  private readonly labels = new Map<UnitName, Label>();
  private readonly names = new Map<string, UnitName>();

  constructor(private readonly app: NestFastifyApplication) {}

  add(unit: UnitName, label: Label): void {
    this.labels.set(unit, label);
    this.names.set(label.serial, unit);
    this.names.set(otherSerial(label.serial), unit);
    this.names.set(leakedSerial(label.serial), unit);
  }

  labelOf(unit: UnitName): Label {
    const label = this.labels.get(unit);
    if (!label) throw new Error(`${unit} has no label yet`);
    return label;
  }

  /** Whose number it is, or was borrowed from. */
  unitOf(serial: string): UnitName | undefined {
    return this.names.get(serial);
  }

  async read(unit: UnitName, manner: Manner): Promise<string> {
    const label = this.labelOf(unit);
    if (manner === 'leakedKey') return this.signedInSecret(label.gtin, leakedSerial(label.serial));
    return MANNERS_OF_READING[manner](label, this.app.get(Config).publicUrl);
  }

  private async signedInSecret(gtin: string, serial: string): Promise<string> {
    const { gs1Prefix } = MAKERS.find((maker) => isOfPrefix(gtin, maker.gs1Prefix))!;
    const maker = await this.app
      .get(Database)
      .first<{ id: OrganisationId }>('SELECT id FROM organisation WHERE gs1_prefix = $1', [gs1Prefix]);
    const signer = await this.app.get(SigningService).signerOf(maker!.id);
    return (await signer.sign({ gtin, serial })).text;
  }
}

type Reader = (label: Label, publicUrl: string) => string;

const MANNERS_OF_READING: Readonly<Record<Exclude<Manner, 'leakedKey'>, Reader>> = {
  printed: ({ text }) => text,
  lowerCase: ({ text }) => text.toLowerCase(),
  cutShort: ({ text }) => text.slice(0, -17),
  fullWidth: ({ text }) => text.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)),
  typed: ({ gtin, serial }) => `${gtin} ${serial}`,
  mistyped: ({ gtin, serial }) => `${gtin} ${otherSerial(serial)}`,
  forged: ({ text }) => text.slice(0, -40) + text.slice(-40).replace(/^../, (two) => (two === '00' ? '11' : '00')),
  foreignHost: ({ text }, publicUrl) => text.replace(publicUrl.toUpperCase(), 'HTTPS://TRUEPART-CHECK.EXAMPLE'),
};

const ends = (serial: string, ending: string): string => serial.slice(0, -ending.length) + ending;
/** One slip of the finger. */
const otherSerial = (serial: string): string => ends(serial, serial.endsWith('7') ? '8' : '7');
const leakedSerial = (serial: string): string => ends(serial, serial.endsWith('00') ? '11' : '00');
