import type { Ratio, SupersessionPath } from '../catalogue/supersession.ts';
import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import type { Money } from '../kernel/money.ts';
import type { Words } from '../kernel/words.ts';
import type { HoldKind, UnitState } from '../units/unit-lifecycle.ts';

/**
 * What a rule may know. Plain data, gathered by one query per moment; a rule never asks for more itself.
 * Every time is a Date, every amount a decimal string, every id the row's.
 */

/** Why somebody read a label. `public` is anybody with a phone; all others are signed in. */
export type ScanPurpose = 'receive' | 'check' | 'fit' | 'return' | 'audit' | 'public';

/** What was on the label, before the registry is asked. */
export type LabelReading =
  | { readonly kind: 'unreadable'; readonly reason: string; readonly hint?: string }
  | {
      readonly kind: 'foreignHost';
      readonly host: string;
      readonly gtin?: string;
      readonly serial?: string;
      /** Another brand's honest link has none; what carries our signature field on another host imitates us. */
      readonly hasSignature: boolean;
    }
  | { readonly kind: 'unsigned'; readonly gtin?: string; readonly serial: string }
  | {
      readonly kind: 'signed';
      readonly gtin: string;
      readonly serial: string;
      /** `issued`: the very text we printed. `true`: our key signed it, but we did not print it. `false`: forged. */
      readonly signature: 'issued' | 'true' | 'false';
      readonly key?: { readonly kid: string; readonly isRevoked: boolean; readonly cutOffAt: Date | null };
    };

/** Who looked. Nobody signed in: a public check, which alone may never burn a part. */
export type Witness =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'staff';
      readonly organisationId: OrganisationId;
      readonly organisationKind: 'maker' | 'warehouse' | 'workshop' | 'platform';
    };

/** One unit as the registry knows it. `state` and `custodianId` are as of the scan's own time, not of its arrival. */
export interface UnitFacts {
  readonly id: UnitId;
  readonly gtin: string;
  readonly serial: string;
  readonly makerId: OrganisationId;
  readonly partId: PartId;
  readonly partNumber: string;
  readonly partClass: string;
  readonly name: Words;
  /** The vehicle models that the part fits; empty where the catalogue does not say. */
  readonly models: readonly string[];
  readonly lot: string | null;
  readonly state: UnitState;
  readonly custodianId: OrganisationId;
  /** Who minted it: the maker's warehouse (or the maker). */
  readonly registeredById: OrganisationId;
  readonly issuedAt: Date;
  readonly expiresOn: string | null;
  /** As they stand now: they stop a step, whatever the scan says of its own time. */
  readonly holds: readonly HoldKind[];
  /** As they stood at the scan. */
  readonly holdsThen: readonly HoldKind[];
  /** The open shipment it travels in, if any. */
  readonly transit: { readonly fromId: OrganisationId; readonly toId: OrganisationId; readonly since: Date } | null;
  /** Every organisation that it was ever consigned to, the last one last; voided shipments do not count. */
  readonly consignedTo: readonly OrganisationId[];
  /** Every organisation that ever received it. */
  readonly receivedBy: readonly OrganisationId[];
  readonly allocation: {
    readonly orderId: RepairOrderId;
    readonly line: number;
    readonly workshopId: OrganisationId;
  } | null;
  /** The last fitting that was not undone, also when the unit has been removed since. */
  readonly fitting: {
    readonly orderId: RepairOrderId;
    readonly line: number;
    readonly workshopId: OrganisationId;
    readonly vin: string;
    readonly fittedAt: Date;
  } | null;
  /** The open recall campaign that names its part and lot. */
  readonly recall: { readonly number: string } | null;
  /** The sealed carton that it lies in. */
  readonly carton: { readonly sscc: string; readonly ownerId: OrganisationId } | null;
  /** Its label was printed a second time: then there may be two of it. */
  readonly reprintedAt: Date | null;
}

/** Degrees, WGS 84. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export type LineCategory = 'original' | 'matching_quality' | 'remanufactured' | 'reused' | 'customer_supplied';
export type PayType = 'customer' | 'warranty' | 'goodwill' | 'insurance' | 'internal';

export interface LineFacts {
  readonly line: number;
  /** As the workshop asked for it. */
  readonly partNumber: string;
  readonly partId: PartId | null;
  /** Whose part it is, where it is one of the catalogue’s. */
  readonly makerId: OrganisationId | null;
  readonly partClass: string | null;
  readonly tracking: 'serial' | 'lot' | 'none' | null;
  readonly category: LineCategory;
  readonly position: string | null;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly payType: PayType;
  readonly quantityPerVehicle: number | null;
  /** The vehicle models that the part asked for fits; empty where no catalogue says. */
  readonly models: readonly string[];
  /** What is written down of why: the owner's complaint, and what was found (a cause, a correction or fault codes). */
  readonly diagnosis: { readonly hasComplaint: boolean; readonly hasCause: boolean };
  readonly approval: {
    readonly partNumber: string;
    readonly category: LineCategory;
    readonly quantity: number;
    readonly priceCap: Money | null;
  } | null;
}

export interface OrderFacts {
  readonly id: RepairOrderId;
  readonly number: string;
  readonly workshopId: OrganisationId;
  readonly status: string;
  readonly vin: string;
  readonly model: string | null;
  readonly openedAt: Date;
  /** The order that this one names as its parent: a declared comeback. */
  readonly parent: string | null;
  readonly odometerIn: number | null;
  readonly lines: readonly LineFacts[];
}

/** A label was read: at receipt, at the counter, before fitting, or by anybody. */
export interface ScanEvidence {
  readonly now: Date;
  readonly scannedAt: Date;
  readonly purpose: ScanPurpose;
  readonly witness: Witness;
  readonly reading: LabelReading;
  readonly unit: UnitFacts | null;
  /** How many different sources met this unknown serial before. */
  readonly unknownSightings: number;
  readonly order: OrderFacts | null;
  /** The order line that the scan names, else the one that the unit's part fits best. */
  readonly line: LineFacts | null;
  /** From the approved (or else requested) part to the scanned one; null where they are the same or nothing links them. */
  readonly supersession: SupersessionPath | null;
  /** Where it was read, as the device says. */
  readonly place: Place | null;
  /** The last reading of the same unit before this one by people signed in that tells its place. */
  readonly elsewhere: (Place & { readonly at: Date }) | null;
  /** The other devices of people signed in that read this unit before: the last time of each. */
  readonly otherDevices: readonly Date[];
  /** Who sent the delivery that it came out of; null where it came out of none. */
  readonly deliveredById: OrganisationId | null;
  /** The same person, order, unit and purpose, shortly before or after. A check and then a fit are no twins. */
  readonly twin: { readonly at: Date } | null;
  readonly observed: {
    /** The part number that stands on the box or the part. */
    readonly partNumber: string | null;
    readonly seal: 'intact' | 'broken' | null;
    readonly vin: string | null;
  };
  readonly offline: {
    /** The scan's id was used before with other content. */
    readonly isIdReused: boolean;
    readonly isCounterBack: boolean;
    /** Age of a queued scan on arrival, in hours. */
    readonly hoursLate: number;
  };
}

/** Somebody wants to record a part as fitted. `scan` is null where the line is tracked by lot or not at all. */
export interface FittingEvidence {
  readonly scan: ScanEvidence | null;
  readonly order: OrderFacts;
  readonly line: LineFacts;
  readonly attempt: {
    readonly vin: string | null;
    readonly position: string | null;
    readonly odometer: number | null;
    readonly fittedAt: Date;
    readonly quantity: number;
  };
  /** Sum of quantities fitted and not undone on this line, before this one. */
  readonly alreadyFitted: number;
  /** Active fittings of the same part family on this vehicle within this order, by position. */
  readonly occupied: readonly { readonly line: number; readonly position: string | null; readonly quantity: number }[];
  /** The unit of the old part, when its label was read. */
  readonly oldUnit: {
    readonly isKnown: boolean;
    readonly serial: string;
    readonly partNumber: string | null;
    /** The register has it as fitted to this very vehicle, or as removed from it on this very order. */
    readonly wasFittedHere: boolean;
    /** Its label is that of the new part. */
    readonly isNewPart: boolean;
    /** It is on record already as the old part of another fitting on this order. */
    readonly isTold: boolean;
  } | null;
  readonly recordedAt: Date;
  readonly vehicle: VehicleHistory;
}

/** An old part is told of a fitting that is on record already. */
export type OldPartEvidence = Pick<FittingEvidence, 'oldUnit' | 'line'>;

/** A part comes out of its car by itself: nothing goes in with it. */
export interface RemovalEvidence extends Pick<FittingEvidence, 'order' | 'vehicle'> {
  readonly attempt: Pick<FittingEvidence['attempt'], 'vin' | 'odometer'>;
}

/** What was done to a car on orders opened before this one, at whichever workshop. */
export interface VehicleHistory {
  /** The highest reading of its odometer, km. */
  readonly odometer: number | null;
  /** Fittings that stand or that another order took out since, of a part on this order or one that a supersession links to it. */
  readonly fittings: readonly EarlierFitting[];
  /** Orders that the maker paid for, since the car was new or for as long as 三包 runs. */
  readonly warrantyRepairs: readonly WarrantyRepair[];
}

export interface EarlierFitting {
  /** The line of the present order that it is the same part as. */
  readonly line: number;
  readonly position: string | null;
  readonly fittedAt: Date;
  readonly odometer: number | null;
  readonly warranty: { readonly months: number | null; readonly km: number | null };
  /** 机动车维修管理规定: how long that repair itself is guaranteed, from its invoice; null before it is invoiced. */
  readonly guarantee: { readonly until: Date; readonly untilKm: number | null } | null;
}

export interface WarrantyRepair {
  readonly openedAt: Date;
  /** Null while it goes on. */
  readonly endedAt: Date | null;
  readonly mainParts: readonly string[];
  readonly faultCodes: readonly string[];
}

/** A consignee counted what arrived. */
export interface ReceiptEvidence {
  readonly consigneeId: OrganisationId;
  readonly expected: number;
  readonly received: number;
  /** Read here, but not in this shipment. */
  readonly over: readonly { readonly code: string; readonly partNumber: string | null; readonly isKnown: boolean }[];
  readonly short: readonly { readonly serial: string; readonly partNumber: string }[];
  /** Over, and of a part number that this shipment does not carry at all. */
  readonly wrongPart: readonly { readonly code: string; readonly partNumber: string }[];
}

/** One line of an invoice that a workshop wants to issue, beside what the records say of it. */
export interface InvoiceLineFacts {
  readonly line: LineFacts;
  readonly issued: number;
  readonly fitted: number;
  /** Fitted and taken out again by this very order. */
  readonly removed: number;
  readonly returned: number;
  /** Of the supersession that the fittings used, new pieces for old ones; null where none was used. */
  readonly ratio: Ratio | null;
  /** What stands as fitted: one entry a fitting. */
  readonly fittings: readonly {
    readonly serial: string | null;
    readonly partNumber: string | null;
    readonly hasUnit: boolean;
    /** A genuine unit of the maker is `original`; a remanufactured unit is `remanufactured`. */
    readonly category: LineCategory | null;
    readonly withoutCodeReason: string | null;
    readonly position: string | null;
  }[];
  /** Replacements of which nobody told what became of the old part; also where the new one was taken out again. */
  readonly oldPartsOpen: number;
  /** What the workshop wants to bill; null when the line is on the order and not on the invoice. */
  readonly billed: {
    readonly partNumber: string;
    readonly category: LineCategory;
    readonly quantity: number;
    readonly unitPrice: Money;
    /** On the day of the bill, of the part number that is billed, which may be the successor of the line's own. */
    readonly listPrice: Money | null;
    readonly serials: readonly string[] | null;
  } | null;
}

export interface InvoiceEvidence {
  readonly now: Date;
  readonly order: OrderFacts;
  readonly vehicle: VehicleHistory;
  /** What this order itself adds to the car's warranty repairs; null where the maker pays for none of it. */
  readonly warrantyRepair: WarrantyRepair | null;
  readonly odometerOut: number | null;
  readonly lines: readonly InvoiceLineFacts[];
  /** Billed lines that are not on the order at all. */
  readonly strangers: readonly { readonly line: number; readonly partNumber: string; readonly quantity: number }[];
  /** The version that the owner already got. */
  readonly previous: { readonly version: number; readonly hash: string } | null;
  readonly hash: string;
}

/** Somebody wants to mint units against a dispatch order. */
export interface MintEvidence {
  readonly orderNumber: string | null;
  /** Ordered for this order, part and lot; null when no order is named. */
  readonly ordered: number | null;
  readonly alreadyMinted: number;
  readonly requested: number;
  /** Sizes of the part's batches before this one. */
  readonly earlierBatches: readonly number[];
  /** Somebody other than who asks now imported the order. */
  readonly isOrderedByAnother: boolean;
}

/** A unit that went out as new comes back: what the inspector saw. */
export interface ReturnEvidence {
  readonly unit: Pick<UnitFacts, 'gtin' | 'serial' | 'partNumber'>;
  readonly inspection: { readonly isAsNew: boolean; readonly note: string | null };
}
