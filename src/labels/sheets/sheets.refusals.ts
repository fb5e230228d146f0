import { Refusal, type InputFault } from '../../kernel/refusal.ts';

/** The code does not fit the label at a size that readers can still read. Lengths in millimetres. */
export class TemplateTooSmall extends Refusal {
  constructor(template: string, modules: number, available: number, needed: number) {
    const sizes = `${available.toFixed(1)} mm < ${needed.toFixed(1)} mm`;
    super(
      'TEMPLATE_TOO_SMALL',
      'invalid',
      {
        zh: `标签规格“${template}”太小，放不下 ${modules}×${modules} 模块的二维码及其留白（${sizes}）。请选用更大的标签，或把纠错等级降为 M。`,
        en: `Labels of template "${template}" are too small for a code of ${modules}×${modules} modules with its quiet zone (${sizes}). Choose a larger label, or error correction M.`,
      },
      { template, modules, available, needed },
    );
  }
}

/** Start position, copies, nudge, resolution: `errors` names each one that cannot be printed. */
export class SheetOptionsRefused extends Refusal {
  constructor(errors: readonly InputFault[]) {
    super(
      'SHEET_OPTIONS_REFUSED',
      'invalid',
      { zh: '打印选项有误。', en: 'These printing options cannot be used.' },
      {},
      errors,
    );
  }
}

/** ZPL printers print rolls. */
export class RollOnly extends Refusal {
  constructor(template: string) {
    super(
      'TEMPLATE_NOT_FOR_ZPL',
      'invalid',
      {
        zh: `标签规格“${template}”是 A4 纸，不能用 ZPL 打印；请选用卷筒标签，或下载 PDF。`,
        en: `Template "${template}" is an A4 sheet, which ZPL cannot print. Choose a roll, or take the PDF.`,
      },
      { template },
    );
  }
}

/** Rolls are calibrated at the printer. */
export class SheetOnly extends Refusal {
  constructor(template: string) {
    super(
      'TEMPLATE_NOT_A_SHEET',
      'invalid',
      {
        zh: `标签规格“${template}”是卷筒标签，没有校准页；请用打印机自带的校准功能。`,
        en: `Template "${template}" is a roll and has no calibration sheet: use the printer's own calibration.`,
      },
      { template },
    );
  }
}
