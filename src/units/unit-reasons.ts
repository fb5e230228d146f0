/** Why a printed label is not used. */
export const VOID_REASONS = ['misprint', 'damaged', 'lost_label', 'not_used'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export const MISSING_REASONS = ['lost', 'stolen'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];
