import type { Page } from '../../http/paging.ts';
import type { BatchStatus } from '../../issuance/batch.ts';
import type { BatchDto } from '../../issuance/batch.dto.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import type { State } from '../design/icons.tsx';
import { Pager } from '../staff/pager.tsx';
import type { BatchFilterDto } from './batch-form.dto.ts';
import { BATCH_WORDS } from './batch-words.ts';
import { BATCH_STATUS, WAREHOUSE_WORDS } from './warehouse-words.ts';

interface BatchesProps {
  readonly page: Page<BatchDto>;
  readonly filter: BatchFilterDto;
  readonly language: Language;
}

const STATE = { queued: 'plain', running: 'plain', issued: 'good', cancelled: 'plain', failed: 'suspect' } as const;

export function BatchChip({ status, language }: { readonly status: BatchStatus; readonly language: Language }) {
  return <Chip state={STATE[status] satisfies State}>{BATCH_STATUS[language][status]}</Chip>;
}

/** What was asked to be labelled, newest first. */
export function BatchesPage({ page, filter, language }: BatchesProps) {
  const words = BATCH_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const { status, order, partNumber } = filter;
  return (
    <div class="stack">
      <div class="over">
        <h1>{words.batches}</h1>
        <a class="go first end act" href="/warehouse/batches/new">
          {names.register}
        </a>
      </div>
      <form class="filters act" method="get" action="/warehouse/batches">
        <Select label={names.status} name="status" choices={BATCH_STATUS[language]} value={status} none={names.all} />
        <Text label={names.partNumber} name="partNumber" value={partNumber} most={40} />
        <Text label={names.order} name="order" value={order} most={40} />
        <button>{names.filter}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noBatches}</p>
      ) : (
        <ul class="card items">
          {page.items.map((batch) => (
            <Row key={batch.id} batch={batch} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/warehouse/batches"
        filter={{ status, order, partNumber }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

function Row({ batch, language }: { readonly batch: BatchDto; readonly language: Language }) {
  const { number, time } = FORMATS[language];
  const { issued, quantity, status } = batch;
  return (
    <li>
      <div class="over">
        <BatchChip status={status} language={language} />
        <span class="soft">
          {number(issued)} / {number(quantity)}
        </span>
      </div>
      <h2>
        <a href={`/warehouse/batches/${batch.id}`}>
          <span class="code">{batch.partNumber}</span> {batch.name[language]}
        </a>
      </h2>
      <div class="dots">
        {batch.lot !== null && (
          <span>
            {WAREHOUSE_WORDS[language].lot} {batch.lot}
          </span>
        )}
        {batch.order !== null && <span>{batch.order}</span>}
        {batch.consignee !== null && <span>{batch.consignee}</span>}
        <span>{BATCH_WORDS[language].madeAt(time(batch.createdAt))}</span>
      </div>
      {(status === 'running' || status === 'queued') && (
        <progress
          max={quantity}
          value={issued}
          aria-label={BATCH_WORDS[language].progress(number(issued), number(quantity))}
        />
      )}
    </li>
  );
}
