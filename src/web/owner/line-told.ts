import type { OwnerLine, OwnerPhoto, OwnerUnit } from '../../feedback/owner-invoice.ts';
import { isInCar } from '../../repair-orders/invoice-content.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { Language } from '../../kernel/words.ts';
import { nameIn } from '../design/names.ts';
import { coverWords, type Telling } from './invoice-view.ts';
import { CATEGORY, CHANNEL, OLD_PART } from './part-words.ts';
import { priceDifference } from './price-difference.ts';
import { wayWords } from './way-words.ts';

/** What is said of one line of a bill, as text: a page and a sheet of paper say the same. */

/** Requested, approved, fitted, billed. A number that is not the one before it stands out. */
export interface LineStep {
  readonly name: string;
  /** How many pieces, in words; null where the step was never taken. */
  readonly pieces: string | null;
  readonly more: string;
  readonly isOff: boolean;
}

export function lineSteps(line: OwnerLine, language: Language, telling: Telling): LineStep[] {
  const { words, formats } = telling;
  const { requested, approved, fitted, quantity } = line;
  const pieces = (count: number) => words.pieces(formats.number(count));
  const other = (step: Billed, before: Billed) =>
    step.partNumber === before.partNumber && step.category === before.category
      ? null
      : `${CATEGORY[language][step.category]} ${step.partNumber}`;
  return [
    {
      name: words.requested,
      pieces: pieces(requested.quantity),
      more: other(requested, approved ?? line) ?? '',
      isOff: false,
    },
    {
      name: words.approved,
      pieces: approved && pieces(approved.quantity),
      more: approved
        ? formats.list([other(approved, line), approvalWords(approved, language, telling)])
        : words.notApproved,
      isOff: approved?.quantity !== requested.quantity,
    },
    {
      name: words.fitted,
      pieces: pieces(fitted),
      more: formats.list([fittedAs(line, language), fittingWords(line, telling)]),
      isOff: fitted !== (approved ?? requested).quantity,
    },
    { name: words.billed, pieces: pieces(quantity), more: '', isOff: quantity !== fitted },
  ];
}

type Billed = Pick<OwnerLine, 'partNumber' | 'category'>;

function approvalWords(
  { approvedAt, channel, priceCap }: NonNullable<OwnerLine['approved']>,
  language: Language,
  { words, formats, money }: Telling,
): string {
  const cap = priceCap === null ? null : words.upTo(money(priceCap));
  return formats.list([formats.day(approvedAt), nameIn(CHANNEL[language], channel), cap]);
}

/** What the pieces in the car are, where the bill calls them something else. A part out of another car is whatever its maker sold. */
function fittedAs(line: OwnerLine, language: Language): string | null {
  if (line.category === 'reused') return null;
  const others = standingOf(line).flatMap(({ category }) => (category && category !== line.category ? [category] : []));
  return [...new Set(others)].map((category) => CATEGORY[language][category]).join(', ') || null;
}

/** When, where in the car, and whether anybody read the car’s own number; what all pieces share is told once. */
function fittingWords(line: OwnerLine, { words, formats }: Telling): string {
  const told = standingOf(line).map(({ fittedAt, position, isVinRead }) =>
    formats.list([formats.day(fittedAt), position, isVinRead ? words.vinRead : words.vinNotRead]),
  );
  return [...new Set(told)].join('; ');
}

/** The pieces that are in the car by this line. */
export const standingOf = (line: OwnerLine): OwnerUnit[] => line.units.filter(isInCar);

export const partNumbersOf = (line: OwnerLine): string[] => [
  ...new Set([line.partNumber, ...standingOf(line).flatMap((unit) => unit.partNumber ?? [])]),
];

export interface ToldFact {
  readonly name: string;
  readonly texts: readonly string[];
  /** What a page shows of it. */
  readonly photos?: readonly OwnerPhoto[];
}

/** What is known of the pieces that were fitted, besides their numbers. */
export function factsOf(line: OwnerLine, language: Language, telling: Telling): ToldFact[] {
  const { words } = telling;
  const standing = standingOf(line);
  const cover = line.warranty && coverWords(line.warranty, telling);
  return [
    { name: words.lot, texts: standing.flatMap((unit) => unit.lot ?? []) },
    { name: words.replaces, texts: standing.flatMap((unit) => supersessionWords(unit, words) ?? []) },
    { name: words.workshopSays, texts: reasonsBesides(line, standing) },
    { name: words.way, texts: standing.flatMap(({ way }) => wayWords(way, language) ?? []) },
    {
      name: words.oldPart,
      texts: [...oldPartsOf(line).map((unit) => oldPartWords(unit, language, telling)), ...photoWords(line, telling)],
      photos: line.oldPartPhotos,
    },
    { name: words.warranty, texts: cover === null ? [] : [cover] },
    { name: words.removed, texts: line.units.flatMap((unit) => removedWords(unit, telling) ?? []) },
    { name: words.undone, texts: line.units.flatMap((unit) => undoneWords(unit, telling) ?? []) },
  ];
}

function supersessionWords({ supersession }: OwnerUnit, words: Telling['words']): string | null {
  if (supersession === null) return null;
  const { path } = supersession;
  const [older, newer] = [path[0] ?? '', path.at(-1) ?? ''];
  if (supersession.kind === 'backward') return words.olderFitted(older, newer);
  const { ratio } = supersession;
  const steps = path.length > 2 ? ` (${path.join(' → ')})` : '';
  const pieces = ratio.old === ratio.new ? '' : ` ${words.piecesFor(ratio.old, ratio.new)}`;
  return words.replacedBy(older, newer) + pieces + steps;
}

/** What the workshop wrote at the fitting, unless it stands beside a finding already. */
const reasonsBesides = ({ findings }: OwnerLine, standing: readonly OwnerUnit[]): string[] =>
  standing
    .flatMap(({ reason }) => reason ?? [])
    .filter((reason) => !findings.some(({ workshopSays }) => workshopSays === reason));

/** What a new part that came out again had replaced came out all the same. */
const oldPartsOf = (line: OwnerLine): OwnerUnit[] => line.units.filter(({ undone }) => undone === null);

const oldPartWords = ({ oldPart }: OwnerUnit, language: Language, { words, formats }: Telling): string =>
  oldPart === null ? words.oldPartUnknown : formats.list([nameIn(OLD_PART[language], oldPart.outcome), oldPart.note]);

/** When each was taken, by the workshop’s own word, and what none of them proves. */
function photoWords({ oldPartPhotos }: OwnerLine, { words, formats }: Telling): string[] {
  const taken = oldPartPhotos.map(({ takenAt, isAfterwards }) =>
    words[isAfterwards ? 'photoAfterwards' : 'photo'](formats.day(takenAt)),
  );
  return taken.length === 0 ? [] : [...taken, words.photoMeans];
}

function removedWords({ removed, fittedAt, serial }: OwnerUnit, { words, formats }: Telling): string | null {
  if (!removed) return null;
  return numbered(serial, words.removedHow(formats.time(fittedAt), formats.time(removed.at)));
}

function undoneWords({ undone, fittedAt, serial }: OwnerUnit, { words, formats }: Telling): string | null {
  if (undone === null) return null;
  const how = words.undoneHow(formats.time(fittedAt), formats.time(undone.at));
  return numbered(serial, `${how} ${words.workshopSays}: ${undone.reason}`);
}

const numbered = (serial: string | null, text: string): string =>
  serial === null ? text : `${serialInGroups(serial)} ${text}`;

/** What lies between the billed price and the maker’s; null where there is none to compare. */
export function priceWords(line: OwnerLine, { words, formats, money }: Telling): string | null {
  const difference = priceDifference(line.unitPrice, line.listPrice);
  if (difference === null) return null;
  if (difference.kind === 'same') return words.samePrice;
  return words[difference.kind](money(difference.by), formats.percent(difference.share));
}
