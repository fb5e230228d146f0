/** What a batch's labels can be downloaded as. */
export const LABEL_FORMATS = ['csv', 'pdf', 'zpl'] as const;
export type LabelFormat = (typeof LABEL_FORMATS)[number];
