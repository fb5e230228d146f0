import type { OrganisationId, PartId, RepairOrderId, UnitId } from '../kernel/identifiers.ts';
import { flagOf, type FlagContext } from './flag-record.ts';
import type { Finding, Level, Subject } from './rule.ts';

const words = { zh: '', en: '' };
const found = (rule: string, level: Level, subject: Subject): Finding => ({
  rule,
  name: rule,
  level,
  subject,
  message: words,
  owner: words,
  next: words,
  evidence: {},
});
const context = (more: Partial<FlagContext> = {}): FlagContext => ({
  unit: { id: '7' as UnitId, gtin: 'G', serial: 'S' },
  code: { gtin: 'G', serial: 'S', text: 'T' },
  makerId: 'm' as OrganisationId,
  partId: 'p' as PartId,
  workshopId: 'w' as OrganisationId,
  orderId: 'o' as RepairOrderId,
  line: 1,
  scanId: 's',
  isPublic: false,
  isPrevented: false,
  override: null,
  ...more,
});

test.each([
  { name: 'a note is nobody’s inbox', finding: found('R03', 1, 'step'), more: {}, kept: null },
  {
    name: 'a warning is kept',
    finding: found('K03', 3, 'unit'),
    more: {},
    kept: { status: 'open', subject: 'unit:7', opensCase: false, hold: null },
  },
  {
    name: 'a copy is held and opens a case',
    finding: found('K05', 5, 'unit'),
    more: {},
    kept: { status: 'open', opensCase: true, hold: 'clone_suspected' },
  },
  {
    name: 'what no other hold fits is quarantined',
    finding: found('C06', 5, 'unit'),
    more: {},
    kept: { hold: 'quarantine' },
  },
  {
    name: 'a forged code opens a case and holds no unit',
    finding: found('C02', 5, 'code'),
    more: {},
    kept: { subject: 'code:G/S', opensCase: true, hold: null },
  },
  {
    name: 'from afar a copy is a warning: no case, no hold',
    finding: found('K05', 5, 'unit'),
    more: { isPublic: true },
    kept: { level: 3, opensCase: false, hold: null },
  },
  {
    name: 'from afar a forged code opens no case',
    finding: found('C02', 5, 'code'),
    more: { isPublic: true },
    kept: { level: 3, opensCase: false },
  },
  {
    name: 'a leaked key is a case whoever met it',
    finding: found('C03', 5, 'code'),
    more: { isPublic: true, unit: null },
    kept: { level: 5, opensCase: true, hold: null },
  },
  {
    name: 'a wrong step stopped in time is prevented',
    finding: found('R02', 4, 'step'),
    more: { isPrevented: true },
    kept: { status: 'prevented', subject: 'order:o/1 unit:7', opensCase: false },
  },
  {
    name: 'a wrong step outside an order is the house’s that made it',
    finding: found('B06', 4, 'step'),
    more: { isPrevented: true, orderId: null },
    kept: { status: 'prevented', subject: 'by:h unit:7' },
  },
  {
    name: 'a copy met by a step that was stopped is a copy all the same',
    finding: found('K05', 5, 'unit'),
    more: { isPrevented: true },
    kept: { status: 'open', opensCase: true },
  },
  {
    name: 'a blocked bill is one flag per line',
    finding: { ...found('R09', 4, 'order'), line: 2 },
    more: { isPrevented: true, unit: null },
    kept: { status: 'prevented', subject: 'order:o/2' },
  },
])('$name', ({ finding, more, kept }) => {
  const flag = flagOf(finding, context(more), 'h' as OrganisationId);
  if (kept === null) expect(flag).toBeNull();
  else expect(flag).toMatchObject(kept);
});
