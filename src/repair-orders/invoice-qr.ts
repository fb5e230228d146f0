import { qrMatrix } from '../labels/qr.ts';
import { qrSvg } from '../labels/qr-svg.ts';

/** The invoice link as an SVG. All upper case, so that the code stays small; the page reads its token in any case. */
export const linkQrSvg = (url: string): string => qrSvg(qrMatrix(url.toUpperCase(), 'M'));
