import { catalogue } from '../design/catalogue.ts';

const signed = (mm: number): string => (mm > 0 ? `+${mm}` : String(mm));

export const LABEL_WORDS = catalogue({
  labels: { zh: '标签规格', en: 'Labels' },
  lead: {
    zh: '样张由打印程序画出，再由另一个读码程序读回。样张扫描无效。',
    en: 'Drawn by what prints, then read back by another program. A specimen is no label.',
  },
  reads: { zh: '读回与打印一致', en: 'Reads as printed' },
  readsNot: {
    zh: '读不出来：请减小偏移，或换更大的标签',
    en: 'Does not read: nudge it less, or take a larger label',
  },
  tooSmall: { zh: '放不下', en: 'Does not fit' },
  specimen: { zh: (name: string) => `${name} 的样张`, en: (name: string) => `Specimen of ${name}` },
  sizes: {
    zh: (width: number, height: number) => `${width} × ${height} 毫米`,
    en: (width: number, height: number) => `${width} × ${height} mm`,
  },
  adjust: { zh: '试印与调整', en: 'Try and adjust' },
  try: { zh: '更新样张', en: 'Show it' },
  keep: { zh: '这台电脑以后都这样打印', en: 'Always print so from this computer' },
  kept: { zh: '已记住，仅对这台电脑有效', en: 'Remembered, for this computer' },
  part: { zh: '用哪种零件试', en: 'Try it with part' },
  nudgeX: { zh: '向右偏移（毫米）', en: 'Nudge right (mm)' },
  nudgeY: { zh: '向下偏移（毫米）', en: 'Nudge down (mm)' },
  nudgeMeans: {
    zh: (most: number) => `负数向左、向上，最多 ${most} 毫米。`,
    en: (most: number) => `Negative: left and up. At most ${most} mm.`,
  },
  nudged: {
    zh: (x: number, y: number, dpi: number | null) =>
      `右 ${signed(x)}、下 ${signed(y)} 毫米${dpi === null ? '' : `，${dpi} dpi`}`,
    en: (x: number, y: number, dpi: number | null) =>
      `${signed(x)} mm right, ${signed(y)} mm down${dpi === null ? '' : `, ${dpi} dpi`}`,
  },
  dpi: { zh: '打印头分辨率', en: 'Print head' },
  ecc: { zh: '纠错', en: 'Error correction' },
  eccM: { zh: 'M：一般', en: 'M: boxes and bags' },
  eccQ: { zh: 'Q：手上有油', en: 'Q: oily hands' },
  start: { zh: '从哪一枚开始', en: 'Begin at label' },
  calibrate: { zh: '校准', en: 'Calibrate' },
  calibrateSheet: {
    zh: '在普通纸上按 100% 打印校准页，用尺量，再对着光看偏移。',
    en: 'Print it on plain paper at 100 %, measure the rulers, and hold it against a blank sheet of labels.',
  },
  calibrateRoll: {
    zh: '卷筒标签用打印机自带的校准功能，然后用偏移微调。',
    en: 'Rolls: run the printer’s own calibration, then nudge.',
  },
  calibrationPage: { zh: '打开校准页（PDF）', en: 'Open the calibration page (PDF)' },
  printers: { zh: '网络打印机', en: 'Printers on the network' },
  noPrinters: {
    zh: '管理员没有配置打印机（PRINTERS）。可下载 ZPL 文件打印。',
    en: 'The operator has set up none (PRINTERS). Print the ZPL file instead.',
  },
});
