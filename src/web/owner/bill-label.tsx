import type { PlaceOnBill } from '../../feedback/place-on-bill.ts';
import type { Language } from '../../kernel/words.ts';
import { Notice } from '../design/notice.tsx';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { ANSWER_WORDS } from './answer-words.ts';
import { BILL_LABEL_WORDS } from './bill-label-words.ts';
import { CheckForm } from './check-form.tsx';
import { INVOICE_WORDS } from './invoice-words.ts';
import { OWNER_STYLE } from './owner.css.ts';

/** The bill beside which a label is checked. */
export interface BillOfLabel {
  readonly number: string;
  /** Its own address, `/i/<token>`. */
  readonly at: string;
  /** Null where the register knows no such unit. */
  readonly place: PlaceOnBill | null;
}

export const labelAt = ({ at }: Pick<BillOfLabel, 'at'>): string => `${at}/label`;

export function billLabelPage(request: PageRequest, bill: Pick<BillOfLabel, 'number' | 'at'>): Page {
  const { language } = request;
  const words = BILL_LABEL_WORDS[language];
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: `${words.ask} ${bill.number}`,
    children: (
      <div class="stack narrow">
        <p class="soft">{INVOICE_WORDS[language].bill(bill.number)}</p>
        <CheckForm request={request} at={labelAt(bill)} title={words.ask} lead={words.why} isAlone />
        <BackToBill request={request} at={bill.at} />
      </div>
    ),
  });
}

export const BackToBill = ({ request: { language, keep }, at }: { readonly request: PageRequest; at: string }) => (
  <p class="act">
    <a href={at + keep}>{ANSWER_WORDS[language].backToBill}</a>
  </p>
);

interface PlaceProps {
  readonly bill: BillOfLabel;
  /** What rule U02 says to the owner, where it has something to say. */
  readonly advice: string | undefined;
  readonly language: Language;
}

/** Whether the label is of a part on the bill, before all else that is known of it. */
export function Place({ bill: { number, place }, advice, language }: PlaceProps) {
  if (place === null) return null;
  const words = BILL_LABEL_WORDS[language];
  if (place.kind === 'unlabelled') return <Notice state="plain" title={words.unlabelled(number)} />;
  if (place.kind === 'absent')
    return (
      <Notice state="caution" title={words.absent(number)}>
        {advice !== undefined && <p>{advice}</p>}
      </Notice>
    );
  const { line, name, partNumber } = place.line;
  const isFitted = place.kind === 'fitted';
  return (
    <Notice state={isFitted ? 'good' : 'caution'} title={words[place.kind](number)}>
      <p>
        {line}. {name?.[language] ?? partNumber}
      </p>
      {!isFitted && <p>{words.undoneNext}</p>}
    </Notice>
  );
}
