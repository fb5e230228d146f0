import type { OwnerLine, Share } from '../../feedback/owner-invoice.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { State } from '../design/icons.tsx';
import { ANSWER_WORDS, REASON } from './answer-words.ts';
import { caseSteps, speakerOf, stateOf } from './case-told.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { groupedFindings } from './findings.tsx';
import { coverWords, tellingOf, type InvoiceView, type Telling } from './invoice-view.ts';
import { verdictWords, recallsOf } from './invoice-summary.tsx';
import { factsOf, lineSteps, partNumbersOf, priceWords, standingOf } from './line-told.ts';
import { CATEGORY, CATEGORY_MEANS, PAID_BY } from './part-words.ts';
import { saidWords } from './satisfaction-page.tsx';
import { checksWords, sanbaoWords } from './settlement.tsx';
import { LOOK } from './states.tsx';

export type Row = readonly [name: string, text: string];

/** What a sheet of paper is put together from, from top to bottom. */
export type Block =
  | { readonly kind: 'verdict'; readonly state: State; readonly title: string; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly state?: State }
  /** Begins a line of the bill: its name, and what it costs. */
  | { readonly kind: 'item'; readonly text: string; readonly amount: string }
  /** Dots; `text` says what it is of. */
  | {
      readonly kind: 'photo';
      readonly id: string;
      readonly width: number;
      readonly height: number;
      readonly text: string;
    }
  /** Of sums, the last is the total. */
  | { readonly kind: 'facts' | 'sums'; readonly rows: readonly Row[] };

/** The owner’s page as a sheet to keep: the same words, in the same order. */
export function evidenceContent(view: InvoiceView, link: string): Block[] {
  const { invoice, request } = view;
  const { language } = request;
  const telling = tellingOf(view);
  const { words } = telling;
  return [
    { kind: 'verdict', state: LOOK[invoice.outcome].state, title: words[invoice.outcome], text: verdictWords(view) },
    { kind: 'facts', rows: head(view, link, telling) },
    { kind: 'text', text: EVIDENCE_WORDS[language].means },
    ...notices(view, telling),
    { kind: 'heading', text: words.claims },
    ...claims(view, telling),
    { kind: 'heading', text: words.lines },
    ...invoice.lines.flatMap((line) => item(line, view, telling)),
    { kind: 'heading', text: words.settlement },
    { kind: 'sums', rows: sums(view, telling) },
    ...guarantee(view, telling),
    ...answers(view, telling),
    { kind: 'text', text: words.foot },
  ];
}

function head({ invoice, request, now }: InvoiceView, link: string, { formats }: Telling): Row[] {
  const words = EVIDENCE_WORDS[request.language];
  return [
    [words.workshop, formats.list([invoice.workshop.name[request.language], invoice.workshop.phone])],
    [words.bill, formats.list([invoice.number, words.version(invoice.version)])],
    [words.order, invoice.repairOrder],
    [words.issued, `${formats.time(invoice.issuedAt)} (${invoice.issuedAt})`],
    [words.checked, `${formats.time(now)} (${now.toISOString()})`],
    [words.hash, invoice.contentHash],
    [words.link, link],
  ];
}

function notices({ invoice, request }: InvoiceView, { words, formats, money }: Telling): Block[] {
  const { language } = request;
  const told = recallsOf(invoice.lines).map(
    ({ number, title, since }) => `${words.recall(number, title[language])} ${words.recallSince(formats.day(since))}`,
  );
  if (invoice.earlierVersions.length > 0) told.push(words.changed);
  const versions = invoice.earlierVersions.map(({ version, issuedAt, total }) =>
    words.earlier(version, formats.time(issuedAt), money(total)),
  );
  const findings = groupedFindings(invoice.findings).flatMap(({ messages }) => messages.map((each) => each[language]));
  return [...told, ...versions, ...findings].map((text) => ({ kind: 'text', text, state: 'caution' }));
}

function claims({ invoice }: InvoiceView, { words, formats }: Telling): Block[] {
  const { issuedByMaker, recordsAgree, physicallyChecked } = invoice.claims;
  const row = (
    name: string,
    { count, of }: Share,
    means: string,
    share: (count: number, of: number) => string,
  ): Row => [name, of === 0 ? words.none : formats.list([share(count, of), means])];
  const { ofParts, ofLines } = words;
  const rows = [
    row(words.issued, issuedByMaker, words.issuedMeans, ofParts),
    row(words.agree, recordsAgree, words.agreeMeans, ofLines),
    row(words.looked, physicallyChecked, words.lookedMeans, ofParts),
  ];
  return [{ kind: 'facts', rows }];
}

function item(line: OwnerLine, { request: { language } }: InvoiceView, telling: Telling): Block[] {
  const { words, formats, money } = telling;
  const outcome = { consistent: words.lineConsistent, caution: words.lineCaution, suspect: words.lineSuspect };
  const findings = groupedFindings(line.findings).flatMap(({ messages, says, foundAt }) => [
    ...(foundAt === null ? [] : [words.cameToLight(formats.day(foundAt))]),
    ...messages.map((each) => each[language]),
    ...(says === null ? [] : [`${words.workshopSays}: ${says}`]),
  ]);
  const serials = standingOf(line).map(({ serial }) => (serial === null ? words.noCode : serialInGroups(serial)));
  const steps = lineSteps(line, language, telling).map(({ name, pieces, more }): Row => [
    name,
    formats.list([pieces, more]),
  ]);
  const facts = factsOf(line, language, telling).flatMap(({ name, texts }): Row[] =>
    texts.length === 0 ? [] : [[name, [...new Set(texts)].join('; ')]],
  );
  const isPaid = line.payType === 'customer';
  const part = line.name?.[language] ?? line.partNumber;
  return [
    { kind: 'item', text: `${line.line}. ${part}`, amount: money(line.amount) },
    { kind: 'text', text: outcome[line.outcome], state: LOOK[line.outcome].state },
    ...findings.map((text): Block => ({ kind: 'text', text })),
    {
      kind: 'facts',
      rows: [
        [words.category, formats.list([CATEGORY[language][line.category], CATEGORY_MEANS[language][line.category]])],
        ...steps,
        ...(isPaid ? prices(line, telling) : [[words.billed, PAID_BY[language][line.payType]] as const]),
        [words.partNumber, partNumbersOf(line).join(', ')],
        ...(serials.length === 0 ? [] : [[words.serial, serials.join(', ')] as const]),
        ...facts,
      ],
    },
    ...line.oldPartPhotos.map(({ id, width, height }): Block => ({
      kind: 'photo',
      id,
      width,
      height,
      text: words.photoAlt(part),
    })),
  ];
}

function prices(line: OwnerLine, telling: Telling): Row[] {
  const { words, money, formats } = telling;
  const list = line.listPrice === null ? words.noListPrice : money(line.listPrice);
  return [
    [words.unitPrice, money(line.unitPrice)],
    [words.listPrice, formats.list([list, priceWords(line, telling)])],
  ];
}

function sums({ invoice }: InvoiceView, { words, formats, money }: Telling): Row[] {
  const { labour, totals } = invoice;
  return [
    [words.material, money(totals.material)],
    [words.labour, money(totals.labour)],
    ...labour.map(({ description, hours, amount }): Row => {
      const lasted = hours === null ? '' : ` ${words.hours(formats.number(hours))}`;
      return [`– ${description}${lasted}`, money(amount)];
    }),
    [words.total, money(totals.total)],
  ];
}

function guarantee(view: InvoiceView, telling: Telling): Block[] {
  const { words, formats } = telling;
  const { guarantee, sanbao, claims } = view.invoice;
  const rows: Row[] = [];
  if (guarantee) {
    const terms = words.guaranteeTerms(formats.number(guarantee.days), formats.kilometres(guarantee.km));
    rows.push([words.guarantee, `${terms} ${coverWords(guarantee, telling) ?? ''}`]);
  }
  if (sanbao) rows.push([words.sanbao, sanbaoWords(view).join('; ')]);
  if (claims.issuedByMaker.of > 0) rows.push([words.checks, checksWords(view)]);
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

function answers(view: InvoiceView, { formats }: Telling): Block[] {
  const { invoice, request } = view;
  const words = ANSWER_WORDS[request.language];
  const cases = invoice.cases.flatMap((file): Row[] => {
    const about = file.line === null ? words.aboutBill : words.aboutLine(file.line);
    const raised = words.raised(formats.time(file.openedAt));
    const { title } = stateOf(file, view);
    return [
      [file.number, formats.list([about, REASON[request.language][file.reason], raised, title])],
      ...(file.status === 'open' ? caseSteps(file, view).map((step): Row => ['', step]) : []),
      ...file.entries.map((entry): Row => [
        speakerOf(entry, request.language),
        `${entry.text} (${formats.time(entry.at)})`.trim(),
      ]),
    ];
  });
  const said = [
    ...(invoice.isConfirmed ? [words.confirmed] : []),
    ...(invoice.satisfaction === null ? [] : [saidWords(view)]),
  ];
  if (cases.length + said.length === 0) return [];
  return [
    { kind: 'heading', text: EVIDENCE_WORDS[request.language].answers },
    ...said.map((text): Block => ({ kind: 'text', text })),
    ...(cases.length === 0 ? [] : [{ kind: 'facts', rows: cases } as const]),
  ];
}
