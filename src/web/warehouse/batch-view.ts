import type { BatchDto } from '../../issuance/batch.dto.ts';
import type { LabelPrint } from '../../issuance/label-prints.query.ts';
import type { TemplateName } from '../../labels/sheets/sheet-template.ts';
import type { PrintSettings } from './print-settings.ts';

/** All that the page of a batch tells. */
export interface BatchView {
  readonly batch: BatchDto;
  readonly prints: readonly LabelPrint[];
  /** Labels that are on no part yet. */
  readonly unused: number;
  readonly printers: readonly string[];
  readonly template: TemplateName;
  readonly settings: PrintSettings;
}
