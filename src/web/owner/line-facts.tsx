import type { OwnerLine, OwnerUnit } from '../../feedback/owner-invoice.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { nameIn } from '../design/names.ts';
import { Fact, Told } from './facts.tsx';
import { coverWords, type InvoiceView, type Telling } from './invoice-view.ts';
import { OLD_PART } from './part-words.ts';
import { wayWords } from './way-words.ts';

interface FactsProps {
  readonly line: OwnerLine;
  readonly view: InvoiceView;
  readonly telling: Telling;
}

/** What is known of the pieces that were fitted for one line. */
export function LineFacts({ line, view, telling }: FactsProps) {
  const { words } = telling;
  const standing = line.units.filter((unit) => unit.undone === null);
  const oldPart = OLD_PART[view.request.language];
  const warranty = line.warranty && coverWords(line.warranty, telling);
  const numbers = new Set([line.partNumber, ...standing.flatMap((unit) => unit.partNumber ?? [])]);
  return (
    <dl class="facts">
      <Fact name={words.partNumber}>
        <span class="code">{[...numbers].join(', ')}</span>
      </Fact>
      {standing.length > 0 && (
        <Fact name={words.serial}>
          {standing.map((unit, at) => (
            <Serial key={unit.serial ?? at} unit={unit} keep={view.request.keep} words={words} />
          ))}
        </Fact>
      )}
      <Told name={words.lot} texts={standing.flatMap((unit) => unit.lot ?? [])} />
      <Told name={words.replaces} texts={standing.flatMap((unit) => supersessionWords(unit, words) ?? [])} />
      <Told name={words.workshopSays} texts={reasonsBesides(line, standing)} />
      <Told name={words.way} texts={standing.flatMap(({ way }) => wayWords(way, view.request.language) ?? [])} />
      <Told name={words.oldPart} texts={standing.map((unit) => oldPartWords(unit, oldPart, telling))} />
      <Told name={words.warranty} texts={warranty === null ? [] : [warranty]} />
      <Told name={words.undone} texts={line.units.flatMap((unit) => undoneWords(unit, telling) ?? [])} />
    </dl>
  );
}

/** The serial leads to the page of that very unit. */
function Serial({
  unit,
  keep,
  words,
}: {
  readonly unit: OwnerUnit;
  readonly keep: string;
  readonly words: Telling['words'];
}) {
  if (unit.serial === null || unit.gtin === null) return <div>{words.noCode}</div>;
  return (
    <div>
      <a class="code" href={`/01/${unit.gtin}/21/${unit.serial}${keep}`}>
        {serialInGroups(unit.serial)}
      </a>
    </div>
  );
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

const oldPartWords = (
  { oldPart }: OwnerUnit,
  outcomes: Readonly<Record<string, string>>,
  { words, formats }: Telling,
): string =>
  oldPart === null ? words.oldPartUnknown : formats.list([nameIn(outcomes, oldPart.outcome), oldPart.note]);

function undoneWords({ undone, fittedAt, serial }: OwnerUnit, { words, formats }: Telling): string | null {
  if (undone === null) return null;
  const how = words.undoneHow(formats.time(fittedAt), formats.time(undone.at));
  return `${serial === null ? '' : `${serialInGroups(serial)} `}${how} ${words.workshopSays}: ${undone.reason}`;
}
