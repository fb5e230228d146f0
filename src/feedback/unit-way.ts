/** One step of a part on its way from its maker to the car. Nobody’s name or place is in it but the workshop’s own. */
export interface WayStep {
  readonly step: 'issued' | 'in_stock' | 'sent' | 'received' | 'arrived' | 'fitted';
  readonly at: string;
}

/** A ledger entry, as far as it matters here. */
export interface WayEvent {
  readonly type: string;
  readonly at: string;
  /** It happened at the workshop that bills the part. */
  readonly isHere: boolean;
}

const STEP: Readonly<Record<string, WayStep['step']>> = {
  minted: 'issued',
  commissioned: 'in_stock',
  shipped: 'sent',
  received: 'received',
  fitted: 'fitted',
};

/** What took a step back: both stay in the ledger, and neither is a part of the way. */
const TAKEN_BACK: Readonly<Record<string, string>> = { shipment_voided: 'shipped', fitting_undone: 'fitted' };

/** @param events in the order of the ledger, up to the fitting. */
export function unitWay(events: readonly WayEvent[]): WayStep[] {
  const kept: WayEvent[] = [];
  for (const event of events) {
    const undone = TAKEN_BACK[event.type];
    const at = undone === undefined ? -1 : kept.findLastIndex(({ type }) => type === undone);
    if (undone === undefined) kept.push(event);
    else if (at >= 0) kept.splice(at, 1);
  }
  return kept.flatMap(({ type, at, isHere }) => {
    const step = STEP[type];
    if (step === undefined) return [];
    return [{ step: step === 'received' && isHere ? 'arrived' : step, at: new Date(at).toISOString() }];
  });
}
