import { QUIET_ZONE, type QrMatrix } from './qr.ts';

export interface QrSvgOptions {
  /** Edge of one module in millimetres, for print. Without it the picture fills whatever box it is put into. */
  readonly moduleMillimetres?: number;
  /** What a screen reader says in place of the picture. */
  readonly title?: string;
}

/** The code with its quiet zone as SVG: one light square, one dark path with the runs of each row merged, no script, no style. */
export function qrSvg(matrix: QrMatrix, { moduleMillimetres, title }: QrSvgOptions = {}): string {
  const side = matrix.size + 2 * QUIET_ZONE;
  let path = '';
  matrix.eachRun((row, column, length) => {
    path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${length}v1h-${length}z`;
  });
  const edge = moduleMillimetres === undefined ? '' : sized(side * moduleMillimetres);
  const label = title === undefined ? '' : `<title>${escapeXml(title)}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"${edge} role="img" shape-rendering="crispEdges">` +
    `${label}<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  );
}

function sized(millimetres: number): string {
  const edge = `${Number(millimetres.toFixed(3))}mm`;
  return ` width="${edge}" height="${edge}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
