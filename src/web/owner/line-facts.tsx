import type { OwnerLine, OwnerPhoto, OwnerUnit } from '../../feedback/owner-invoice.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { Fact, Told } from './facts.tsx';
import type { InvoiceView, Telling } from './invoice-view.ts';
import { factsOf, partNumbersOf, standingOf } from './line-told.ts';

interface FactsProps {
  readonly line: OwnerLine;
  readonly view: InvoiceView;
  readonly telling: Telling;
}

/** What is known of the pieces that were fitted for one line. */
export function LineFacts({ line, view, telling }: FactsProps) {
  const { words } = telling;
  const standing = standingOf(line);
  return (
    <dl class="facts">
      <Fact name={words.partNumber}>
        <span class="code">{partNumbersOf(line).join(', ')}</span>
      </Fact>
      {standing.length > 0 && (
        <Fact name={words.serial}>
          {standing.map((unit, at) => (
            <Serial key={unit.serial ?? at} unit={unit} keep={view.request.keep} words={words} />
          ))}
        </Fact>
      )}
      {factsOf(line, view.request.language, telling).map(({ name, texts, photos = [] }) => (
        <Told key={name} name={name} texts={texts}>
          {photos.map((photo) => (
            <Photo key={photo.id} photo={photo} at={view.answersAt} alt={words.photoAlt(nameOf(line, view))} />
          ))}
        </Told>
      ))}
    </dl>
  );
}

const nameOf = (line: OwnerLine, { request }: InvoiceView): string => line.name?.[request.language] ?? line.partNumber;

interface PhotoProps {
  readonly photo: OwnerPhoto;
  /** The invoice’s own address. */
  readonly at: string;
  readonly alt: string;
}

/** Small, and as large as it is for whoever taps it. */
function Photo({ photo: { id, width, height }, at, alt }: PhotoProps) {
  const src = `${at}/old-part-photos/${id}`;
  return (
    <a href={src}>
      <img class="photo" loading="lazy" src={src} width={width} height={height} alt={alt} />
    </a>
  );
}

interface SerialProps {
  readonly unit: OwnerUnit;
  readonly keep: string;
  readonly words: Telling['words'];
}

/** The serial leads to the page of that very unit. */
function Serial({ unit, keep, words }: SerialProps) {
  if (unit.serial === null || unit.gtin === null) return <div>{words.noCode}</div>;
  return (
    <div>
      <a class="code" href={`/01/${unit.gtin}/21/${unit.serial}${keep}`}>
        {serialInGroups(unit.serial)}
      </a>
    </div>
  );
}
