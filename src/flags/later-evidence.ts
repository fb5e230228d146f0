import type { RepairOrderId } from '../kernel/identifiers.ts';

/** What rules may know that are asked after the step: by the owner's answers, and by the passes in the background. */

/** The owner says no to an invoice. */
export interface AnswerEvidence {
  readonly reason: 'not_fitted' | 'old_part_not_shown' | 'wrong_class' | 'not_agreed' | 'price' | 'other';
  readonly line: number | null;
}

/** The owner read a label that was handed over with an invoice. */
export interface OwnerScanEvidence {
  readonly isRegistered: boolean;
  readonly serial: string | null;
  readonly partNumber: string | null;
  /** Of the units on the invoice that are still in the car, or were taken out of it on the same order. */
  readonly serials: readonly string[];
}

/** A shipment that nobody has received whole. */
export interface TransitEvidence {
  readonly now: Date;
  readonly shippedAt: Date;
  readonly reference: string | null;
  readonly units: number;
}

/** An old part that is the maker's and is still at the workshop. */
export interface CoreEvidence {
  readonly now: Date;
  readonly removedAt: Date;
  readonly serial: string;
  readonly partNumber: string;
}

/** A dispute or complaint that nobody has answered. */
export interface ComplaintEvidence {
  readonly now: Date;
  readonly number: string;
  readonly dueAt: Date;
}

/** One technician's fittings of one day, in the order of time. */
export interface PaceEvidence {
  readonly fittings: readonly {
    readonly at: Date;
    readonly orderId: RepairOrderId;
    readonly partClass: string | null;
    /** When the unit was issued from stock, where that was a step of its own. */
    readonly issuedAt: Date | null;
  }[];
}

/** How often one workshop, or one technician of it, does a thing beside all others together. */
export interface RateEvidence {
  readonly partNumber: string | null;
  readonly days: number;
  readonly isOneTechnician: boolean;
  readonly own: Rate;
  readonly peers: Rate & { readonly count: number };
}
export interface Rate {
  readonly times: number;
  readonly of: number;
}

/** What one source of public checks asked for in one day. */
export interface SourceEvidence {
  readonly known: number;
  readonly unknown: number;
}

/** How many sources without an account read one unit in a day, those left out that read many. */
export interface CrowdEvidence {
  readonly sources: number;
  readonly isNew: boolean;
}
