import type { OrganisationId } from '../../kernel/identifiers.ts';
import {
  AT_MAKER,
  AT_WAREHOUSE,
  AT_WORKSHOP,
  inWarehouse,
  PASSER_BY,
  scanOf,
  signedLabel,
  TYPED,
  unitOf,
} from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { notCommissioned } from './not-commissioned.rule.ts';

const unit = inWarehouse({ state: 'issued' });
const otherWarehouse = { ...AT_WAREHOUSE, organisationId: 'other-warehouse' as OrganisationId };

test.each([
  { name: 'met in a workshop', evidence: scanOf({ unit, witness: AT_WORKSHOP }), levels: [5] },
  { name: 'received by a workshop', evidence: scanOf({ unit, purpose: 'receive' }), levels: [5] },
  { name: 'met in another warehouse', evidence: scanOf({ unit, witness: otherWarehouse }), levels: [5] },
  { name: 'met by anybody', evidence: scanOf({ unit, witness: PASSER_BY }), levels: [5] },
  { name: 'its serial typed in a workshop', evidence: scanOf({ unit, reading: TYPED }), levels: [5] },
  { name: 'the warehouse reads what it has printed', evidence: scanOf({ unit, witness: AT_WAREHOUSE }), levels: [] },
  {
    name: 'and receives it into its stock',
    evidence: scanOf({ unit, witness: AT_WAREHOUSE, purpose: 'receive' }),
    levels: [],
  },
  { name: 'the maker reads it', evidence: scanOf({ unit, witness: AT_MAKER }), levels: [] },
  { name: 'a commissioned unit', evidence: scanOf({ unit: unitOf() }), levels: [] },
  {
    name: 'a forgery under its serial is no news of it',
    evidence: scanOf({ unit, reading: signedLabel('false') }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(notCommissioned, evidence)).toEqual(levels));
