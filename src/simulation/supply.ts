import type { Workshop } from './country.ts';
import { type Maker, MAKERS, type Part } from './parts.ts';
import type { Random } from './random.ts';
import { SUPPLY_RATES } from './slips.ts';
import { type Body, reading, type UnitName } from './step.ts';
import { type Affair, post, type Story, supplyFor, type Wanted } from './story.ts';
import { DAY, HOUR, MINUTE } from './time.ts';

/** One week's goods of one maker. */
interface Week {
  readonly maker: Maker;
  readonly mintedAt: number;
  readonly shippedAt: number;
  readonly receivedAt: number;
  readonly wanted: Wanted[];
}

/** Makes, labels and sends every unit that the story wants, week by week, with the slips of a warehouse. */
export function supply(story: Story, random: Random): void {
  for (const week of weeksOf(story)) {
    for (const workshop of story.country.workshops) send(story, random, week, workshop);
    mintAll(story, random, week);
  }
}

function weeksOf(story: Story): Week[] {
  const weeks = new Map<string, Week>();
  for (const wanted of story.wanted) {
    const maker = MAKERS.find(({ code }) => wanted.part.number.startsWith(`${code}-`))!;
    const { week, ...times } = supplyFor(wanted.neededAt);
    const key = `${String(week).padStart(4, '0')} ${maker.code}`;
    const known = weeks.get(key) ?? { maker, ...times, wanted: [] };
    known.wanted.push(wanted);
    weeks.set(key, known);
  }
  return [...weeks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, week]) => week);
}

/** A batch for each part; what stays a mere label is a batch of its own that nobody commissions. */
function mintAll(story: Story, random: Random, { maker, mintedAt, wanted }: Week): void {
  const lead = `${maker.warehouse}/lead`;
  const parts = [...new Set(wanted.map(({ part }) => part))];
  parts.forEach((part, index) => {
    const at = mintedAt + index * 3 * MINUTE;
    const mine = wanted.filter((each) => each.part === part);
    const onParts = mine.filter(({ site }) => site !== 'label').map(({ unit }) => unit);
    const labels = mine.filter(({ site }) => site === 'label').map(({ unit }) => unit);
    if (onParts.length > 0) mintBatch(story, random, { lead, part, at, units: onParts });
    labels.forEach((unit, i) => void mint(story, { lead, part, at: at + (i + 1) * MINUTE, units: [unit] }));
  });
}

interface Batch {
  readonly lead: string;
  readonly part: Part;
  readonly at: number;
  readonly units: readonly UnitName[];
}

function mintBatch(story: Story, random: Random, { lead, part, at, units }: Batch): void {
  const hasMisprint = random.chance(SUPPLY_RATES.misprint);
  const spoilt = hasMisprint ? [story.next('U')] : [];
  const batch = mint(story, { lead, part, at, units: [...units, ...spoilt] });
  const path = `/api/batches/{${batch}}`;
  if (random.chance(SUPPLY_RATES.reprint)) {
    const affair = story.begin('reprint', false, at);
    affair.units.add(units[0]!);
    story.tell(at + HOUR, post(lead, `${path}/reprints`, { from: 1, to: 1, reason: '打印模糊，旧签已销毁' }), affair);
  }
  for (const unit of spoilt) {
    const affair = story.begin('misprint', false, at);
    affair.units.add(unit);
    story.tell(at + HOUR + MINUTE, post(lead, `/api/units/{${unit}}/void`, { reason: 'misprint' }), affair);
  }
  story.tell(at + 2 * HOUR, post(lead, `${path}/commission`));
}

/** @returns the name of the batch */
export function mint(story: Story, { lead, part, at, units }: Batch, more: Body = {}, affair?: Affair): string {
  const name = story.next('B');
  const body = { partNumber: part.number, quantity: units.length, ...more };
  story.tell(at, { ...post(lead, '/api/batches', body), labels: units, keeps: { name, member: 'id' } }, affair);
  return name;
}

function send(story: Story, random: Random, week: Week, workshop: Workshop): void {
  const units = week.wanted.filter(({ site }) => site === workshop.code).map(({ unit }) => unit);
  if (units.length === 0) return;
  const jitter = random.whole(0, 3 * 3600) * 1000;
  const parcel = { units, workshop, lead: `${week.maker.warehouse}/lead`, at: week.shippedAt + jitter };
  const shipment = ship(story, parcel);
  const arrivesAt = week.receivedAt + jitter;
  const drawn = random.next();
  const { split, short, over } = SUPPLY_RATES;
  const sent = { ...parcel, shipment, arrivesAt };
  const hasEnough = units.length > 2;
  if (drawn < over) receiveOver(story, week, sent);
  else if (hasEnough && drawn < over + split) receiveInTwo(story, sent);
  else if (hasEnough && drawn < over + split + short) receiveShort(story, sent);
  else receive(story, workshop, shipment, units, arrivesAt);
}

interface Parcel {
  readonly units: readonly UnitName[];
  readonly workshop: Workshop;
  readonly lead: string;
  readonly at: number;
}
interface Sent extends Parcel {
  readonly shipment: string;
  readonly arrivesAt: number;
}

export function ship(story: Story, { units, workshop, lead, at }: Parcel, affair?: Affair): string {
  const name = story.next('SH');
  const body = { to: workshop.code, units: units.map((unit) => reading(unit)) };
  story.tell(at, { ...post(lead, '/api/shipments', body), keeps: { name, member: 'id' } }, affair);
  return name;
}

export function receive(
  story: Story,
  workshop: Workshop,
  shipment: string,
  units: readonly UnitName[],
  at: number,
  more: { affair?: Affair; close?: boolean } = {},
): void {
  const body = {
    codes: units.map((unit) => reading(unit)),
    ...(more.close === undefined ? {} : { close: more.close }),
  };
  story.tell(at, post(workshop.clerk, `/api/shipments/{${shipment}}/receipts`, body), more.affair);
}

/** Unpacked in two goes: nothing is wrong with it. */
function receiveInTwo(story: Story, { workshop, shipment, units, arrivesAt }: Sent): void {
  const half = Math.ceil(units.length / 2);
  receive(story, workshop, shipment, units.slice(0, half), arrivesAt, { close: false });
  receive(story, workshop, shipment, units.slice(half), arrivesAt + 2 * HOUR);
}

/** One piece was left behind and comes the same evening. */
function receiveShort(story: Story, { workshop, shipment, units, arrivesAt }: Sent): void {
  const affair = story.begin('short', false, arrivesAt);
  affair.workshops.add(workshop.code);
  receive(story, workshop, shipment, units.slice(1), arrivesAt, { affair });
  receive(story, workshop, shipment, units.slice(0, 1), arrivesAt + 7 * HOUR, { affair });
}

/** One piece too many was in the box: it is told, sent after the fact, and received. */
function receiveOver(story: Story, week: Week, sent: Sent): void {
  const { workshop, shipment, units, arrivesAt, lead } = sent;
  const affair = story.begin('over', false, arrivesAt);
  affair.workshops.add(workshop.code);
  const { part } = week.wanted[0]!;
  const extra = story.next('U');
  week.wanted.push({ unit: extra, part, site: 'warehouse', neededAt: week.receivedAt });
  affair.units.add(extra);
  receive(story, workshop, shipment, [...units, extra], arrivesAt, { affair });
  const after = ship(story, { units: [extra], workshop, lead, at: arrivesAt + HOUR }, affair);
  receive(story, workshop, after, [extra], arrivesAt + 2 * HOUR, { affair });
}

export interface Homeward {
  readonly workshop: Workshop;
  readonly maker: Maker;
  readonly units: readonly UnitName[];
  readonly at: number;
  readonly kind: 'return_new' | 'return_old';
  readonly isAsNew?: boolean;
  readonly affair?: Affair;
}

/** From a workshop back to the maker's warehouse, and what its inspector finds two days later. */
export function sendBack(story: Story, { workshop, maker, units, at, kind, isAsNew = true, affair }: Homeward): void {
  const name = story.next('SH');
  const codes = units.map((unit) => reading(unit));
  const goods = { to: maker.warehouse, kind, units: codes };
  story.tell(at, { ...post(workshop.clerk, '/api/shipments', goods), keeps: { name, member: 'id' } }, affair);
  const inspections = kind === 'return_new' ? { inspections: codes.map((code) => ({ code, isAsNew })) } : {};
  const lead = `${maker.warehouse}/lead`;
  story.tell(at + 2 * DAY, post(lead, `/api/shipments/{${name}}/receipts`, { codes, ...inspections }), affair);
}

/** What was ordered too many of goes back unopened. */
export function returnSpares(story: Story, random: Random): void {
  for (const workshop of story.country.workshops) {
    if (!random.chance(SUPPLY_RATES.returnNew) || story.days < 8) continue;
    const maker = random.pick(MAKERS);
    const at = story.endsAt - random.whole(4, 6) * DAY;
    const units = [0, 1].map(() =>
      story.unit(random.pick(maker.parts.filter(({ tracking }) => tracking === 'serial')), workshop.code, at),
    );
    sendBack(story, { workshop, maker, units, at, kind: 'return_new' });
  }
}
