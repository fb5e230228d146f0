import type { Words } from '../../../kernel/words.ts';

/** What this app reads of the HTTP contract (`/api/openapi.json`), and no more. */

export type WorkshopRole = 'technician' | 'parts_clerk' | 'advisor' | 'supervisor';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: { readonly kind: string; readonly code: string; readonly names: Words };
}

export type LineCategory = 'original' | 'matching_quality' | 'remanufactured' | 'reused' | 'customer_supplied';
export type OldPartOutcome = 'with_owner' | 'waived' | 'none' | 'core_return' | 'warranty_return';
export type EntryMode = 'camera' | 'wedge' | 'typed' | 'photo';

export interface OrderSummary {
  readonly number: string;
  readonly version: number;
  readonly status: string;
  readonly vehicle: { readonly vin: string; readonly plate: string | null; readonly model: string | null };
  readonly odometerIn: number | null;
  readonly openedAt: string;
  readonly lineCount: number;
  readonly fittedLineCount: number;
}

export interface Fitting {
  readonly id: string;
  readonly gtin: string | null;
  readonly serial: string | null;
  readonly partNumber: string | null;
  readonly lot: string | null;
  readonly quantity: number;
  readonly position: string | null;
  readonly odometer: number | null;
  readonly isVinRead: boolean;
  readonly reason: string | null;
  readonly fittedAt: string;
  readonly undoneAt: string | null;
  readonly undoReason: string | null;
  readonly removedAt: string | null;
  readonly oldPart: OldPart | null;
}

export interface OldPart {
  readonly id: string;
  readonly outcome: OldPartOutcome;
  readonly note: string | null;
  /** The newest first. */
  readonly photos: readonly { readonly id: string }[];
}

export interface OrderLine {
  readonly line: number;
  readonly partNumber: string;
  readonly name: Words | null;
  readonly category: LineCategory;
  readonly position: string | null;
  readonly quantity: number;
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
  readonly payType: string;
  readonly tracking: 'serial' | 'lot' | 'none' | null;
  /** Every GTIN that its part ever had; none where no catalogue knows it. */
  readonly gtins: readonly string[];
  readonly concern: string | null;
  readonly cause: string | null;
  readonly correction: string | null;
  readonly approval: {
    readonly partNumber: string;
    readonly category: LineCategory;
    readonly quantity: number;
    readonly priceCap: string | null;
  } | null;
  readonly issued: number;
  readonly fitted: number;
  /** Absent in an order that this phone kept from before it was counted. */
  readonly removed?: number;
  readonly returned: number;
  readonly billed: number;
  readonly fittings: readonly Fitting[];
}

export interface Order extends Omit<OrderSummary, 'lineCount' | 'fittedLineCount'> {
  readonly odometerOut: number | null;
  readonly lines: readonly OrderLine[];
  readonly invoice: {
    readonly number: string;
    readonly version: number;
    readonly token: string;
    readonly issuedAt: string;
  } | null;
}

export interface Finding {
  readonly rule: string;
  readonly name: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  readonly line?: number;
  readonly message: Words;
  readonly next?: Words;
}

export type Outcome = 'consistent' | 'caution' | 'suspect' | 'unknown' | 'unreadable';

/** Three claims that are never mixed; `null`: nobody can tell. */
export interface Claims {
  readonly issuedByMaker: boolean | null;
  readonly recordsAgree: boolean | null;
  readonly physicallyChecked: boolean | null;
}

export interface VerdictUnit {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly lot: string | null;
  readonly state: string;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly checkedAt: string;
  readonly scanId: string;
  readonly claims: Claims;
  readonly unit: VerdictUnit | null;
  readonly findings: readonly Finding[];
  readonly nextStep: Words;
}

/** RFC 9457, with our stable `code` and both languages. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly errors?: readonly { readonly path: string; readonly message: string; readonly words?: Words }[];
  readonly findings?: readonly Finding[];
  readonly verdict?: Verdict;
}

export interface ShipmentSummary {
  readonly id: string;
  readonly kind: 'supply' | 'return_new' | 'return_old';
  readonly status: 'in_transit' | 'received' | 'voided';
  readonly from: { readonly code: string; readonly name: Words };
  readonly to: { readonly code: string; readonly name: Words };
  readonly reference: string | null;
  readonly createdAt: string;
  readonly shipped: number;
  readonly received: number;
  readonly inTransit: number;
  readonly short: number;
}

export interface ShipmentLine {
  readonly gtin: string;
  readonly serial: string;
  readonly partNumber: string;
  readonly name: Words;
  readonly outcome: 'in_transit' | 'short' | 'received' | 'not_received';
}

export interface Shipment extends ShipmentSummary {
  readonly units: readonly ShipmentLine[];
}

export interface Receipt {
  readonly received: number;
  readonly over: number;
  readonly short: number;
  readonly again: number;
  readonly findings: readonly Finding[];
}

export interface Settlement {
  readonly token: string;
  readonly url: string;
  /** The link as a QR code, SVG. */
  readonly qr: string;
  readonly versions: readonly {
    readonly number: string;
    readonly version: number;
    readonly issuedAt: string;
    readonly seenAt: string | null;
    readonly overrides: readonly { readonly rule: string; readonly reason: string }[];
    readonly content: {
      readonly currency: string;
      readonly odometerOut: number | null;
      readonly lines: readonly {
        readonly line: number;
        readonly partNumber: string;
        readonly name: Words | null;
        readonly quantity: number;
        readonly unitPrice: string;
        readonly amount: string;
      }[];
      readonly labour: readonly { readonly description: string; readonly amount: string }[];
      readonly totals: { readonly material: string; readonly labour: string; readonly total: string };
    };
  }[];
}

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** An order may no longer change: nothing more is fitted on it. */
export const isSettled = (status: string): boolean => ['invoiced', 'delivered', 'closed', 'cancelled'].includes(status);

/** Fittings that stand: neither undone nor taken out again. */
export const standing = ({ fittings }: Pick<OrderLine, 'fittings'>): readonly Fitting[] =>
  fittings.filter((fitting) => fitting.undoneAt === null && fitting.removedAt === null);

/** How many of a line the owner said yes to, or else how many were asked for. */
export const wanted = ({ approval, quantity }: Pick<OrderLine, 'approval' | 'quantity'>): number =>
  approval?.quantity ?? quantity;
