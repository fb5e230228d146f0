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
