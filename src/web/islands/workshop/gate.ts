import type { Verdict } from './contract.ts';

/** What it takes to fit a part after this verdict; the server decides again, and for good. */
export type Gate = 'open' | 'reason' | 'supervisor' | 'shut';

export function gateAfter({ outcome, findings }: Pick<Verdict, 'outcome' | 'findings'>): Gate {
  if (outcome === 'consistent') return 'open';
  if (outcome !== 'caution') return 'shut';
  const worst = Math.max(0, ...findings.map(({ level }) => level));
  // Caution without a finding is a hold: no reason opens it.
  if (worst < 3) return 'shut';
  return worst === 3 ? 'reason' : 'supervisor';
}
