import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { keyHintOf } from '../labels/label-signature.ts';
import { labelText, signedText } from '../labels/label-text.ts';
import type { LabelToPrint } from '../labels/sheets/label-to-print.ts';
import { PaintPool } from '../labels/sheets/paint-pool.ts';
import { sheetCsv } from '../labels/sheets/sheet-csv.ts';
import type { SheetOptions } from '../labels/sheets/sheet-options.ts';
import { sheetPdf } from '../labels/sheets/sheet-pdf.ts';
import { sheetZpl } from '../labels/sheets/sheet-zpl.ts';
import type { Batch, OrdinalRange } from './batch.ts';
import { batchOf, mintedUnits } from './batches.query.ts';
import { issuedRange } from './issued-range.ts';
import type { LabelFormat } from './label-formats.ts';

export interface LabelFile {
  readonly name: string;
  readonly range: OrdinalRange;
  readonly bytes: Readable;
}

/** The labels of a batch as files. They are read, drawn and sent at the pace of whoever takes them. */
@Injectable()
export class LabelFilesService implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly config: Config,
    private readonly paintPool: PaintPool,
  ) {}

  /** Destroying `bytes` ends the reading and the drawing. Every file that leaves is on record: it can be printed. */
  async file(
    actor: Actor,
    batchId: string,
    format: LabelFormat,
    wanted: Partial<OrdinalRange>,
    options: SheetOptions,
  ): Promise<LabelFile> {
    const batch = await batchOf(this.database, actor, batchId);
    const range = issuedRange(batch, wanted);
    const name = `${fileName(batch, range)}.${format}`;
    const labels = this.labels(batch, range);
    const bytes = await this.write(format, labels, { title: name, createdAt: this.clock.now(), ...options });
    await this.audit.record(this.database, actor, 'labels.downloaded', batchId, { ...range, format });
    return { name, range, bytes };
  }

  onApplicationShutdown(): Promise<void> {
    return this.paintPool.close();
  }

  private async write(format: LabelFormat, labels: AsyncIterable<LabelToPrint>, options: SheetOptions) {
    if (format === 'csv') return sheetCsv(labels);
    return format === 'pdf' ? sheetPdf(labels, options, this.paintPool) : sheetZpl(labels, options, this.paintPool);
  }

  private async *labels(batch: Batch, range: OrdinalRange): AsyncGenerator<LabelToPrint> {
    const { partNumber, partName: name, makerName } = batch;
    for await (const { gtin, serial, lot, kid, signature } of mintedUnits(this.database, batch.id, range)) {
      const text = labelText(signedText(this.config.labelOrigin, { gtin, serial }), keyHintOf(kid), signature);
      yield { text, partNumber, name, lot, serial, gtin, maker: makerName.zh };
    }
  }
}

/** ASCII alone, so that every system can keep it: `labels-CH-04465-02250-L26K01-1-40`. */
const fileName = ({ partNumber, lot }: Batch, { from, to }: OrdinalRange): string =>
  ['labels', partNumber, ...(lot === null ? [] : [lot]), from, to].join('-').replaceAll(/[^A-Za-z0-9.-]/g, '-');
