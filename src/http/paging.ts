import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { badCursor } from './http.refusals.ts';

/** `?limit=&after=` of every list. Extend it with the list's own filters. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50, description: 'Items a page.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ type: 'string', maxLength: 500, description: 'The `next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}

/** One page: pass `next` as `after` for the following one; `null` on the last. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/** What a cursor carries: the sort key of the last row seen, as text. */
export type CursorParts = readonly string[];

/** Whether a part of a cursor is what this list put there. */
export type CursorForm = (part: string) => boolean;

/** Opaque to callers, who must not build on its inside. */
export const encodeCursor = (parts: CursorParts): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * @param forms of the parts, from `CURSOR`: a cursor comes from outside and reaches SQL as parameters.
 * @throws Refusal INVALID_INPUT
 */
export function decodeCursor(cursor: string | undefined, forms: readonly CursorForm[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== forms.length) throw badCursor();
  return parts.map((part, index) => {
    if (typeof part !== 'string' || !forms[index]!(part)) throw badCursor();
    return part;
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Makes a page of `limit + 1` rows: the one too many tells that there is a next page, and is not shown. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => CursorParts,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null;
  return { items: shown.map(itemOf), next };
}

const matches =
  (pattern: RegExp): CursorForm =>
  (part) =>
    pattern.test(part);

/** A day that the calendar does not have passes any pattern and `Date.parse`, but not PostgreSQL. */
function isInstant(part: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/.test(part)) return false;
  const date = new Date(part);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === part.slice(0, 19);
}

/** Forms of parts: a row number within bigint, a UUID, a time in UTC, any other printable ASCII text. */
export const CURSOR = {
  id: matches(/^\d{1,18}$/),
  uuid: matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  instant: isInstant,
  text: matches(/^[\x20-\x7e]{1,200}$/),
} as const satisfies Record<string, CursorForm>;
