import type { ConstraintRefusals } from '../database/constraints.ts';
import { emailTaken, gs1PrefixTaken, organisationCodeTaken } from './auth.refusals.ts';

/** What a violated constraint of these tables means to the caller. */
export const AUTH_CONSTRAINTS: ConstraintRefusals = {
  organisation_code_unique: organisationCodeTaken,
  organisation_gs1_prefix_unique: gs1PrefixTaken,
  account_email_unique: emailTaken,
};
