import { type BatchStatus, isSettled } from '../../issuance/batch.ts';
import type { BatchDto } from '../../issuance/batch.dto.ts';
import type { Language } from '../../kernel/words.ts';
import type { TemplateName } from '../../labels/sheets/sheet-template.ts';
import { LongText } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import type { BatchPageQuery } from './batch-form.dto.ts';
import { BatchPrint, Prints } from './batch-print.tsx';
import { BATCH_WORDS } from './batch-words.ts';
import { BatchChip } from './batches-page.tsx';
import type { BatchView } from './batch-view.ts';
import { Ordinal } from './ordinal.tsx';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface BatchProps {
  readonly view: BatchView;
  readonly asked: BatchPageQuery;
  readonly language: Language;
}

/** One batch from the first serial to the last label on its part. */
export function BatchPage({ view, asked, language }: BatchProps) {
  const { batch } = view;
  return (
    <div class="stack">
      <Done asked={asked} language={language} />
      <div>
        <p class="soft code">{batch.partNumber}</p>
        <h1>{batch.name[language]}</h1>
      </div>
      <div class="two">
        <div class="stack">
          <Progress view={view} asked={asked} language={language} />
          {batch.issued > 0 && batch.status !== 'cancelled' && (
            <BatchPrint view={view} asked={asked} language={language} />
          )}
          {view.unused > 0 && batch.status === 'issued' && <Commission view={view} language={language} />}
        </div>
        <div class="stack">
          <Facts batch={batch} language={language} />
          {view.prints.length > 0 && <Prints prints={view.prints} language={language} />}
          {canCancel(batch.status, view.unused) && <Cancel batch={batch} language={language} />}
        </div>
      </div>
    </div>
  );
}

const canCancel = (status: BatchStatus, unused: number): boolean =>
  status !== 'cancelled' && (status !== 'issued' || unused > 0);

function Done({ asked: { done, count = 0 }, language }: Pick<BatchProps, 'asked' | 'language'>) {
  const words = BATCH_WORDS[language];
  if (done === undefined) return null;
  const title = {
    cancelled: words.cancelled,
    retried: WAREHOUSE_WORDS[language].saved,
    commissioned: words.commissioned(count),
    reprint: words.reprintRecorded,
    sent: words.sent,
  }[done];
  return <Notice state="good" role="status" title={title} />;
}

/** Stands as it is without a script; with one it fills up by itself. */
function Progress({ view: { batch, template, prints }, asked, language }: BatchProps) {
  const words = BATCH_WORDS[language];
  const { number } = FORMATS[language];
  const { id, status, issued, quantity, failure } = batch;
  const isOpening = asked.open !== undefined && status === 'issued';
  return (
    <section class="card stack">
      <div class="over">
        <BatchChip status={status} language={language} />
        {status === 'cancelled' && <span class="soft">{batch.cancelReason}</span>}
      </div>
      <div
        id="batch-progress"
        data-batch={id}
        data-settled={isSettled(status) ? 'yes' : 'no'}
        data-printed={prints.length > 0 ? 'yes' : 'no'}
        data-open={asked.open === undefined ? '' : openPath(id, asked, template)}
      >
        <p class="big" data-told>
          {number(issued)} <small>/ {number(quantity)}</small>
        </p>
        <progress max={quantity} value={issued} aria-label={words.progress(number(issued), number(quantity))} />
      </div>
      {!isSettled(status) && (
        <noscript>
          <p class="soft">{words.reloads}</p>
        </noscript>
      )}
      {isOpening && <Notice state="good" role="status" title={words.ready} />}
      {status === 'failed' && failure !== null && (
        <Notice state="suspect" title={words.failed}>
          <p>{failure[language]}</p>
          <form method="post" action={`/warehouse/batches/${id}/retry`}>
            <button class="main">{words.retry}</button>
          </form>
        </Notice>
      )}
    </section>
  );
}

/** Where the labels are taken from that somebody asked for together with the batch. */
function openPath(id: string, { open, start }: BatchPageQuery, fallback: TemplateName): string {
  const template = open ?? fallback;
  const format = template.startsWith('roll') ? 'zpl' : 'pdf';
  const query = new URLSearchParams({ template, ...(start !== undefined && { start: String(start) }) });
  return `/warehouse/batches/${id}/labels.${format}?${query.toString()}`;
}

function Commission({ view: { batch, unused }, language }: Pick<BatchProps, 'view' | 'language'>) {
  const words = BATCH_WORDS[language];
  return (
    <section class="card fields stack">
      <div>
        <h2>{words.commission}</h2>
        <p class="soft">{words.commissionMeans(FORMATS[language].number(unused))}</p>
      </div>
      <form class="row" method="post" action={`/warehouse/batches/${batch.id}/commission`}>
        <Ordinal name="from" label={words.from} most={batch.issued} value={1} />
        <Ordinal name="to" label={words.to} most={batch.issued} value={batch.issued} />
        <button class="main">{words.commission}</button>
      </form>
    </section>
  );
}

function Facts({ batch, language }: { readonly batch: BatchDto; readonly language: Language }) {
  const names = WAREHOUSE_WORDS[language];
  const { time, day } = FORMATS[language];
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [names.lot, batch.lot],
    [names.order, batch.order],
    [names.consignee, batch.consignee],
    ['GTIN', batch.gtin],
    [BATCH_WORDS[language].expires, batch.expiresOn && day(batch.expiresOn)],
    [names.at, time(batch.createdAt)],
  ];
  const query = new URLSearchParams({ partNumber: batch.partNumber, ...(batch.lot !== null && { lot: batch.lot }) });
  return (
    <section class="card stack">
      <dl class="facts">{facts.map(([name, value]) => value !== null && [<dt>{name}</dt>, <dd>{value}</dd>])}</dl>
      <p>
        <a href={`/warehouse/units?${query.toString()}`}>{BATCH_WORDS[language].seeUnits}</a>
      </p>
    </section>
  );
}

function Cancel({ batch, language }: { readonly batch: BatchDto; readonly language: Language }) {
  const words = BATCH_WORDS[language];
  return (
    <details class="act">
      <summary>{words.cancel}</summary>
      <form class="card fields" method="post" action={`/warehouse/batches/${batch.id}/cancel`}>
        <p class="soft">{words.cancelMeans}</p>
        <LongText label={WAREHOUSE_WORDS[language].reason} name="reason" most={500} />
        <button class="main">{words.cancel}</button>
      </form>
    </details>
  );
}
