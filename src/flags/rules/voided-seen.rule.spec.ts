import { AT_MAKER, AT_WAREHOUSE, inWarehouse, PASSER_BY, scanOf, signedLabel, unitOf } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { voidedSeen } from './voided-seen.rule.ts';

const unit = inWarehouse({ state: 'voided' });

test.each([
  { name: 'met in a workshop', evidence: scanOf({ unit }), levels: [5] },
  { name: 'about to be fitted', evidence: scanOf({ unit, purpose: 'fit' }), levels: [5] },
  { name: 'met by anybody', evidence: scanOf({ unit, witness: PASSER_BY }), levels: [5] },
  {
    name: 'whoever voided it looks whether it is the right one',
    evidence: scanOf({ unit, witness: AT_WAREHOUSE }),
    levels: [3],
  },
  { name: 'the maker audits it', evidence: scanOf({ unit, witness: AT_MAKER, purpose: 'audit' }), levels: [3] },
  {
    name: 'whoever voided it receives it as stock',
    evidence: scanOf({ unit, witness: AT_WAREHOUSE, purpose: 'receive' }),
    levels: [5],
  },
  { name: 'a unit in stock', evidence: scanOf({ unit: unitOf() }), levels: [] },
  { name: 'a forgery under a voided serial', evidence: scanOf({ unit, reading: signedLabel('false') }), levels: [] },
])('$name', ({ evidence, levels }) => expect(levelsFound(voidedSeen, evidence)).toEqual(levels));
