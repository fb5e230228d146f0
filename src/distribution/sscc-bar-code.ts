/**
 * Code 128 (ISO/IEC 15417): widths of bars and gaps in turn, by value. Only what digits in pairs need is used of it, but the
 * check character may be any.
 */
const WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const START_C = 105;
const FNC1 = 102;
const STOP = 106;
const CHECK_MODULUS = 103;
/** Modules of white on either side. */
const QUIET = 10;
const HEIGHT = 60;

/** An SSCC as GS1-128 with application identifier 00: each bar from where it begins, in modules, how wide. */
export function barsOf(sscc: string): {
  readonly bars: readonly (readonly [x: number, width: number])[];
  readonly width: number;
} {
  const pairs = `00${sscc}`.match(/\d\d/g)!.map(Number);
  const values = [START_C, FNC1, ...pairs];
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0);
  const bars: [number, number][] = [];
  let x = QUIET;
  for (const value of [...values, sum % CHECK_MODULUS, STOP]) {
    Array.from(WIDTHS[value]!, Number).forEach((width, at) => {
      if (at % 2 === 0) bars.push([x, width]);
      x += width;
    });
  }
  return { bars, width: x + QUIET };
}

/** The same as a picture: one unit a module. */
export function barCodeSvg(sscc: string): string {
  const { bars, width } = barsOf(sscc);
  const path = bars.map(([x, wide]) => `M${x} 0h${wide}v${HEIGHT}h-${wide}z`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" shape-rendering="crispEdges">` +
    `<rect width="${width}" height="${HEIGHT}" fill="#fff"/><path d="${path}"/></svg>`
  );
}
