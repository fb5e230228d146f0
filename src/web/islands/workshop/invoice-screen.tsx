import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../design/notice.tsx';
import { call } from './call.ts';
import type { Order, Settlement } from './contract.ts';
import { InvoiceForm } from './invoice-form.tsx';
import { INVOICE_WORDS } from './invoice-words.ts';
import { IssuedInvoiceCard } from './issued-invoice.tsx';
import { orderPath } from './order-screen.tsx';
import { Screen, Shown } from './screen.tsx';
import { useKnown, useSurroundings } from './surroundings.tsx';
import { withoutOwner } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface InvoiceScreenProps {
  readonly number: string;
}

/** What the owner is charged, and the link by which they can check it. Only with a network: it is answered on the spot. */
export function InvoiceScreen({ number }: InvoiceScreenProps) {
  const { language } = useSurroundings();
  const [lookup, retry] = useKnown('order', number, orderPath(number), withoutOwner);
  return (
    <Screen title={INVOICE_WORDS[language].title} over={number}>
      <Shown lookup={lookup} retry={retry}>
        {(order) => <Invoicing order={order} />}
      </Shown>
    </Screen>
  );
}

type Asked = Settlement | 'none' | 'asking' | 'silence';

function Invoicing({ order }: { readonly order: Order }) {
  const { workplace, language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const [settlement, setSettlement] = useState<Asked>('asking');
  const [isChanging, setChanging] = useState(false);
  const path = `${orderPath(order.number)}/invoice`;
  const ask = (): void => void askFor(path, workplace.person!.id).then(setSettlement);
  useEffect(ask, [path]);
  const mayIssue = workplace.may('advisor', 'supervisor') && order.status !== 'cancelled';
  if (settlement === 'asking') return <p class="quiet">{WORKSHOP_WORDS[language].loading}</p>;
  if (settlement === 'silence')
    return (
      <section class="card stack">
        <p>{WORKSHOP_WORDS[language].needsNetwork}</p>
        <button type="button" onClick={ask}>
          {WORKSHOP_WORDS[language].retry}
        </button>
      </section>
    );
  const issued = (): void => {
    setChanging(false);
    ask();
  };
  return (
    <>
      {settlement !== 'none' && <IssuedInvoiceCard settlement={settlement} />}
      {settlement === 'none' && !mayIssue && <p class="empty">{words.none}</p>}
      {settlement !== 'none' && mayIssue && !isChanging && (
        <button type="button" onClick={() => setChanging(true)}>
          {words.issueAgain}
        </button>
      )}
      {isChanging && <Notice state="plain">{words.changedMeans}</Notice>}
      {mayIssue && (settlement === 'none' || isChanging) && (
        <InvoiceForm order={order} before={settlement === 'none' ? null : settlement} onIssued={issued} />
      )}
    </>
  );
}

async function askFor(path: string, account: string): Promise<Asked> {
  const heard = await call(path, { account });
  if (heard.kind === 'silence') return 'silence';
  return heard.status === 200 ? (heard.body as Settlement) : heard.status === 404 ? 'none' : 'silence';
}
