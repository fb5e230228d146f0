/**
 * What a stored scan `s` must have for a rule to be able to say anything about it, in SQL: so that a back-test judges those alone.
 * Where a rule is missing, every scan is judged; a condition may let too much through, never too little.
 */
const ON_A_UNIT = 's.unit_id IS NOT NULL';
const ON_NO_UNIT = 's.unit_id IS NULL';
const BY_STAFF_ON_A_UNIT = 's.unit_id IS NOT NULL AND s.organisation_id IS NOT NULL';
const ON_AN_ORDER = 's.order_id IS NOT NULL';

export const CANDIDATES: Readonly<Record<string, string>> = {
  B01: 's.latitude IS NOT NULL AND s.organisation_id IS NOT NULL AND s.unit_id IS NOT NULL',
  B02: BY_STAFF_ON_A_UNIT,
  B03: "s.purpose = 'public' AND s.unit_id IS NOT NULL",
  B07: 's.scanned_at > s.recorded_at',
  C04: ON_NO_UNIT,
  C06: ON_A_UNIT,
  C07: ON_A_UNIT,
  C08: "s.observed ->> 'partNumber' IS NOT NULL",
  C12: "s.observed ->> 'seal' = 'broken'",
  K01: "s.purpose = 'receive'",
  K02: ON_A_UNIT,
  K03: BY_STAFF_ON_A_UNIT,
  K04: ON_A_UNIT,
  K05: ON_A_UNIT,
  K06: ON_A_UNIT,
  Q01: ON_A_UNIT,
  Q02: ON_A_UNIT,
  R01: ON_A_UNIT,
  R02: ON_AN_ORDER,
  R03: ON_AN_ORDER,
  R04: ON_AN_ORDER,
  R06: ON_AN_ORDER,
  R12: ON_A_UNIT,
  R24: ON_AN_ORDER,
};
