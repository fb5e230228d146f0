import { USED } from '../flags/rules/fitted-reappears.rule.ts';
import { ALL_LOOK_UPS, type LookUp } from '../verification/records-statement.ts';

/** What a back-test need not look at, because the rule could say nothing of it or does not read it. */
export interface Reads {
  /**
   * What a stored scan `s` must have for the rule to be able to say anything about it, in SQL. It may let too much through,
   * never too little: under no policy, and whatever else was told since.
   */
  readonly scans: string;
  /** What the rule reads beside the reading and the unit itself. Too little is an error, when it is read. */
  readonly asks: readonly LookUp[];
}

const ON_A_UNIT = 's.unit_id IS NOT NULL';
const BY_STAFF_ON_A_UNIT = `${ON_A_UNIT} AND s.organisation_id IS NOT NULL`;
const BY_WORKSHOP_ON_AN_ORDER = `${ON_A_UNIT} AND s.order_id IS NOT NULL`;

/** By the ledger the unit had been in one of these states. */
const hasBeen = (...states: readonly string[]): string =>
  `${ON_A_UNIT} AND EXISTS (SELECT FROM unit_event e WHERE e.unit_id = s.unit_id AND e.at < s.scanned_at
                             AND e.to_state IN (${states.map((state) => `'${state}'`).join(', ')}))`;

const unitHas = (condition: string): string => `EXISTS (SELECT FROM unit x WHERE x.id = s.unit_id AND ${condition})`;

export const READS: Readonly<Record<string, Reads>> = {
  B01: { scans: `s.latitude IS NOT NULL AND ${BY_STAFF_ON_A_UNIT}`, asks: ['elsewhere'] },
  B02: { scans: BY_STAFF_ON_A_UNIT, asks: ['otherDevices'] },
  B03: { scans: `s.purpose = 'public' AND ${ON_A_UNIT}`, asks: [] },
  B06: { scans: 's.recorded_at > s.scanned_at', asks: [] },
  B07: { scans: 's.scanned_at > s.recorded_at', asks: [] },
  B10: { scans: BY_STAFF_ON_A_UNIT, asks: ['twin'] },
  C01: { scans: 's.unit_id IS NULL', asks: [] },
  C02: { scans: 'true', asks: [] },
  C03: { scans: 'true', asks: [] },
  C04: { scans: 's.unit_id IS NULL', asks: ['unknownSightings'] },
  C05: { scans: 's.unit_id IS NULL', asks: [] },
  C06: {
    scans: `${ON_A_UNIT} AND NOT EXISTS (SELECT FROM unit_event e WHERE e.unit_id = s.unit_id AND e.at < s.scanned_at
                                          AND e.to_state <> 'issued')`,
    asks: [],
  },
  C07: { scans: hasBeen('voided'), asks: [] },
  C08: { scans: `${ON_A_UNIT} AND s.observed ->> 'partNumber' IS NOT NULL`, asks: [] },
  C11: { scans: 'true', asks: [] },
  C12: { scans: `${ON_A_UNIT} AND s.observed ->> 'seal' = 'broken'`, asks: [] },
  I02: {
    scans: `${BY_STAFF_ON_A_UNIT} AND ${unitHas('EXISTS (SELECT FROM label_reprint t WHERE t.batch_id = x.batch_id)')}`,
    asks: ['reprint'],
  },
  K01: { scans: `s.purpose = 'receive' AND ${BY_STAFF_ON_A_UNIT}`, asks: ['transit', 'shipments'] },
  K02: { scans: `s.purpose IN ('receive', 'fit') AND ${BY_STAFF_ON_A_UNIT}`, asks: ['transit', 'shipments'] },
  K03: { scans: `s.purpose = 'fit' AND ${BY_STAFF_ON_A_UNIT}`, asks: ['transit', 'shipments'] },
  K04: {
    scans: `(${hasBeen('missing')}
             OR EXISTS (SELECT FROM unit_hold h WHERE h.unit_id = s.unit_id AND h.kind = 'stolen'))`,
    asks: ['holds'],
  },
  K05: { scans: hasBeen(...USED), asks: ['fitting', 'order'] },
  K06: {
    scans: `${BY_STAFF_ON_A_UNIT} AND EXISTS (SELECT FROM carton_unit c WHERE c.unit_id = s.unit_id)`,
    asks: ['carton', 'transit', 'shipments'],
  },
  Q01: { scans: unitHas('EXISTS (SELECT FROM recall r WHERE r.part_id = x.part_id)'), asks: ['recall'] },
  Q02: { scans: unitHas('x.expires_on IS NOT NULL'), asks: ['fitting'] },
  R01: { scans: BY_WORKSHOP_ON_AN_ORDER, asks: ['allocation', 'order'] },
  R02: { scans: BY_WORKSHOP_ON_AN_ORDER, asks: ['order'] },
  R03: { scans: BY_WORKSHOP_ON_AN_ORDER, asks: ['order'] },
  R04: { scans: BY_WORKSHOP_ON_AN_ORDER, asks: ['order'] },
  R06: { scans: `s.order_id IS NOT NULL AND s.observed ->> 'vin' IS NOT NULL`, asks: ['order'] },
  R12: { scans: `${BY_STAFF_ON_A_UNIT} AND ${hasBeen('fitted')}`, asks: ['fitting'] },
  R24: {
    scans: `EXISTS (SELECT FROM repair_order r WHERE r.id = s.order_id
                     AND r.status IN ('invoiced', 'delivered', 'closed', 'cancelled'))`,
    asks: ['order', 'fitting'],
  },
};

/** A rule that nobody has written down above is tested as rightly, only more slowly. */
export const readsOf = (rule: string): Reads => READS[rule] ?? { scans: 'true', asks: ALL_LOOK_UPS };
