import { gs1CheckDigit } from '../kernel/gtin.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';

export const PART_CLASSES = ['safety', 'main', 'wear', 'body', 'fluid', 'small'] as const;
export type PartClass = (typeof PART_CLASSES)[number];

/** How a part is followed: piece by piece, by lot, or not at all. */
export const TRACKINGS = ['serial', 'lot', 'none'] as const;
export type Tracking = (typeof TRACKINGS)[number];

/** In which of the trade's categories the maker itself sells a part: 原厂 or 再制造. */
export const SUPPLIED_AS = ['original', 'remanufactured'] as const;
export type SuppliedAs = (typeof SUPPLIED_AS)[number];

/** How a price stands to a day: it begins later, it began last, or another one began since. */
export const PRICE_STATES = ['announced', 'in_force', 'past'] as const;
export type PriceState = (typeof PRICE_STATES)[number];

/** What a maker says of a part, whichever way it came. `gtin` null: keep the one it has, or allocate one. */
export interface PartContent {
  readonly partNumber: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly class: PartClass;
  readonly tracking: Tracking;
  readonly suppliedAs: SuppliedAs;
  readonly listPrice: Money;
  readonly currency: string;
  readonly gtin: string | null;
  /** Vehicle models it fits, in the maker's own names. Empty: nothing is said about fitment. */
  readonly models: readonly string[];
  readonly quantityPerVehicle: number | null;
  readonly warrantyMonths: number | null;
  readonly warrantyKm: number | null;
  readonly shelfLifeDays: number | null;
  readonly isActive: boolean;
}

/** A part as the catalogue holds it. `version` counts its changes from 1. */
export interface Part extends PartContent {
  readonly id: PartId;
  readonly makerId: OrganisationId;
  readonly gtin: string;
  /** We gave the GTIN; the maker has not named one of its own. */
  readonly isGtinAllocated: boolean;
  readonly version: number;
  readonly updatedAt: Date;
}

/** What a part is where the maker says nothing. */
export const UNSAID = {
  suppliedAs: 'original',
  gtin: null,
  models: [],
  quantityPerVehicle: null,
  warrantyMonths: null,
  warrantyKm: null,
  shelfLifeDays: null,
  isActive: true,
} as const satisfies Partial<PartContent>;

/** The largest amount that numeric(12,2) holds, the largest whole number that int holds. */
export const LIMITS = { listPrice: 9_999_999_999.99, wholeNumber: 2_147_483_647, name: 200, models: 100, model: 60 };

export const PART_NUMBER = /^[A-Z0-9][A-Z0-9./-]{1,39}$/;

/**
 * The one spelling of a part number: full-width letters narrow, no white space, plain hyphens, upper case. It need not
 * be a well-formed one: ask `PART_NUMBER`.
 */
export const normalPartNumber = (text: string): string => narrow(text).toUpperCase();

/** White space of every width, and the characters that print as nothing at all. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;

/** Text of codes and numbers as a machine would write it: NFKC, nothing unseen, one kind of hyphen and minus. */
export const narrow = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-');

/** Text for people: ends trimmed, white space of every kind one space. Full-width signs stay as the author set them. */
export const tidy = (text: string): string => text.replace(/[\s\u200b\u2060\ufeff]+/gu, ' ').trim();

/** Control characters, halves of surrogate pairs, and the mark a program leaves where it lost a character. */
export const isReadableText = (text: string): boolean => !/[\p{Cc}\p{Cs}\ufffd]/u.test(text);

/** What is wrong with a GTIN-14 for a maker of this GS1 company prefix. */
export function gtinFault(gtin: string, prefix: string): 'checkDigit' | 'foreignPrefix' | null {
  if (gs1CheckDigit(gtin.slice(0, 13)) !== gtin[13]) return 'checkDigit';
  // The first digit tells the packing level; the company prefix begins behind it.
  return gtin.startsWith(prefix, 1) ? null : 'foreignPrefix';
}

/** Every field but the part number, which is the part's identity and not its content. */
const FIELDS = [
  'nameZh',
  'nameEn',
  'class',
  'tracking',
  'suppliedAs',
  'listPrice',
  'currency',
  'gtin',
  'models',
  'quantityPerVehicle',
  'warrantyMonths',
  'warrantyKm',
  'shelfLifeDays',
  'isActive',
] as const satisfies readonly (keyof PartContent)[];
export type PartField = (typeof FIELDS)[number];

/** The fields in which two contents differ. A GTIN that one of them does not name is no difference. */
export function differences(before: PartContent, after: PartContent): PartField[] {
  return FIELDS.filter((field) => {
    if (field === 'gtin' && (before.gtin === null || after.gtin === null)) return false;
    return JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  });
}
