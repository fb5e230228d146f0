import type { FraudKind } from '../scene.ts';
import { BILLING_FRAUDS } from './billing.ts';
import { HABIT_FRAUDS } from './habits.ts';
import { HISTORY_FRAUDS } from './history.ts';
import { ISSUANCE_FRAUDS } from './issuance.ts';
import { LABEL_FRAUDS } from './labels.ts';
import { ORDER_FRAUDS } from './orders.ts';
import { SUPPLY_FRAUDS } from './supply.ts';

/** Every way to cheat that the simulated country knows; a new one is one more entry in its file. */
export const FRAUD_KINDS: readonly FraudKind[] = [
  ...LABEL_FRAUDS,
  ...SUPPLY_FRAUDS,
  ...ORDER_FRAUDS,
  ...HISTORY_FRAUDS,
  ...BILLING_FRAUDS,
  ...ISSUANCE_FRAUDS,
  ...HABIT_FRAUDS,
];
