const MOST_RANGES = 40;

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/**
 * The one of `offered` that an `Accept` header (RFC 9110 §12.5.1) likes best; among equals the first that is offered. Without
 * a header everything is welcome. Undefined when nothing is.
 */
export function preferredType<Type extends string>(
  header: string | undefined,
  offered: readonly [Type, ...Type[]],
): Type | undefined {
  if (header === undefined || header.trim() === '') return offered[0];
  const ranges = header.split(',', MOST_RANGES).flatMap((text) => rangeOf(text) ?? []);
  const liked = offered.map((type) => ({ type, quality: qualityOf(type, ranges) }));
  const best = liked.reduce((one, other) => (other.quality > one.quality ? other : one));
  return best.quality > 0 ? best.type : undefined;
}

/** Of the ranges that cover a type the most exact one counts, not the most generous. */
function qualityOf(offered: string, ranges: readonly Range[]): number {
  const [type = '', subtype = ''] = offered.split('/');
  const covering =
    ranges.find((range) => range.type === type && range.subtype === subtype) ??
    ranges.find((range) => range.type === type && range.subtype === '*') ??
    ranges.find((range) => range.type === '*' && range.subtype === '*');
  return covering?.quality ?? 0;
}

function rangeOf(text: string): Range | undefined {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const [, type, subtype] = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/.exec(range) ?? [];
  if (type === undefined || subtype === undefined) return undefined;
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { type, subtype, quality: /^[01](\.\d{0,3})?$/.test(quality) ? Math.min(Number(quality), 1) : 0 };
}
