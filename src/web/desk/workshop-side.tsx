import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { LineOfCase, OrderOfCase } from '../../repair-orders/case-order.query.ts';
import type { RecordedPhoto } from '../../repair-orders/line-ledger.query.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import { FORMATS } from '../design/formats.ts';
import { nameIn } from '../design/names.ts';
import { Fact } from '../owner/facts.tsx';
import { CATEGORY, CHANNEL } from '../owner/part-words.ts';
import { SIDE_WORDS } from './side-words.ts';

interface SideProps {
  readonly order: OrderOfCase;
  /** The case’s own address. */
  readonly at: string;
  readonly language: Language;
}

/** What the workshop recorded, line by line: asked for, agreed, handed out, fitted, billed. */
export function WorkshopSide({ order, at, language }: SideProps) {
  const words = SIDE_WORDS[language];
  return (
    <section class="card stack">
      <div class="over">
        <h2>{words.workshopSide}</h2>
        <span class="end code">{order.number}</span>
      </div>
      {order.lines.map((line) => (
        <Line key={line.line} line={line} at={at} language={language} />
      ))}
    </section>
  );
}

interface LineProps extends Pick<SideProps, 'at'> {
  readonly line: LineOfCase;
  readonly language: Language;
}

function Line({ line, at, language }: LineProps) {
  const words = SIDE_WORDS[language];
  const { approval, recorded } = line;
  return (
    <div>
      <h3>
        {words.line(line.line)} <span class="code">{line.partNumber}</span>
      </h3>
      <dl class="facts">
        <Fact name={words.asked}>{words.pieces(line.quantity, CATEGORY[language][line.category])}</Fact>
        <Fact name={words.agreed} isOff={approval === null}>
          {approval === null ? words.notAgreed : agreedTo(approval, language)}
        </Fact>
        <Fact name={words.counts} isOff={recorded.billed > recorded.fitted}>
          {words.counted(recorded.issued, recorded.fitted, recorded.removed, recorded.returned, recorded.billed)}
        </Fact>
        {recorded.fittings.map((fitting) => (
          <Fitting key={fitting.id} fitting={fitting} at={at} language={language} />
        ))}
      </dl>
    </div>
  );
}

function agreedTo(
  { partNumber, quantity, channel, approvedAt }: NonNullable<LineOfCase['approval']>,
  language: Language,
) {
  const how = nameIn(CHANNEL[language], channel);
  return `${quantity} × ${partNumber} · ${how} · ${FORMATS[language].time(approvedAt)}`;
}

interface FittingProps extends Pick<SideProps, 'at'> {
  readonly fitting: LineOfCase['recorded']['fittings'][number];
  readonly language: Language;
}

function Fitting({ fitting, at, language }: FittingProps) {
  const words = SIDE_WORDS[language];
  const { gtin, serial, withoutCodeReason, fittedAt, undoReason, isRemovedHere, reason, oldPart, isVinRead } = fitting;
  const name = undoReason !== null ? words.undone : isRemovedHere ? words.removed : words.fitted;
  return (
    <Fact name={name} isOff={undoReason !== null || isRemovedHere}>
      {gtin !== null && serial !== null ? (
        <a class="code" href={`/desk/units/${gtin}/${serial}`}>
          {serialInGroups(serial)}
        </a>
      ) : (
        words.withoutCode(withoutCodeReason ?? '')
      )}
      <div class="dots">
        <span>{FORMATS[language].time(fittedAt)}</span>
        <span>{isVinRead ? words.vinRead : words.vinNotRead}</span>
        <span>{oldPartOf(oldPart?.outcome, language)}</span>
        {reason !== null && <span>{reason}</span>}
        {undoReason !== null && <span>{undoReason}</span>}
      </div>
      {oldPart?.photos.map((photo) => (
        <OldPartPhoto key={photo.id} photo={photo} at={at} language={language} />
      ))}
    </Fact>
  );
}

interface PhotoProps extends Pick<SideProps, 'at' | 'language'> {
  readonly photo: RecordedPhoto;
}

/** All that were taken, also those that a newer one stands for: what was retaken is a question, too. */
function OldPartPhoto({ photo: { id, takenAt, recordedAt }, at, language }: PhotoProps) {
  const { time } = FORMATS[language];
  const says = SIDE_WORDS[language].photo(time(takenAt), time(recordedAt));
  const src = `${at}/old-part-photos/${id}`;
  return (
    <figure class="photo">
      <a href={src}>
        <img loading="lazy" src={src} alt={says} />
      </a>
      <figcaption class="soft">{says}</figcaption>
    </figure>
  );
}

function oldPartOf(outcome: string | undefined, language: Language): string {
  const words = SIDE_WORDS[language];
  if (outcome === undefined) return words.oldPartOpen;
  const told: Readonly<Record<string, Record<Language, string>>> = STATE_WORDS;
  return words.oldPart(told[outcome]?.[language] ?? words.noOldPart);
}
