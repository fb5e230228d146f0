import type { ConstraintRefusals } from '../database/constraints.ts';
import { gtinGivenAway, supersessionTwice } from './catalogue.refusals.ts';

/** What a violated constraint of these tables means to the caller. */
export const CATALOGUE_CONSTRAINTS: ConstraintRefusals = {
  supersession_once: supersessionTwice,
  part_gtin_unique: gtinGivenAway,
  part_gtin_for_life: gtinGivenAway,
};
