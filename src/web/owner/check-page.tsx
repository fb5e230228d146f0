import type { ComponentChildren } from 'preact';
import type { CheckHistory } from '../../feedback/check-history.query.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { Language } from '../../kernel/words.ts';
import type { WayStep } from '../../feedback/unit-way.ts';
import type { PublicVerdict, VerdictUnit } from '../../verification/verdict.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import type { Page, PageRequest } from '../design/page-request.ts';
import { drawPage } from '../design/page.tsx';
import { BackToBill, type BillOfLabel, labelAt, Place } from './bill-label.tsx';
import { CHECK_AT, CheckForm } from './check-form.tsx';
import { CHECK_WORDS } from './check-words.ts';
import { Fact } from './facts.tsx';
import { INVOICE_WORDS } from './invoice-words.ts';
import { OWNER_STYLE } from './owner.css.ts';
import { RealSite } from './real-site.tsx';
import { Claim, Verdict } from './states.tsx';
import { wayWords } from './way-words.ts';

/** What the page of one unit is drawn from. */
export interface CheckView {
  readonly verdict: PublicVerdict;
  /** Null where the register knows no such unit. */
  readonly history: CheckHistory | null;
  readonly way: readonly WayStep[];
  readonly request: PageRequest;
  readonly host: string;
  /** Where the label is held against a bill. */
  readonly bill: BillOfLabel | null;
}

/** A misread and an unknown serial: the verdict’s own words say it already. */
const TOLD_BY_OUTCOME = ['C01', 'C04'];
/** Told with the bill: {@link Place}. */
const TOLD_BY_PLACE = 'U02';

/** One code, checked: what the records say of it, which part it belongs to, what the three claims say, and what to do. */
export function checkPage(view: CheckView): Page {
  const { verdict, history, way, request, host, bill } = view;
  const { language } = request;
  const words = CHECK_WORDS[language];
  const at = bill ? labelAt(bill) : CHECK_AT;
  const isToEnterAgain = verdict.outcome === 'unknown' || verdict.outcome === 'unreadable';
  return drawPage({
    request,
    style: OWNER_STYLE,
    title: words[verdict.outcome],
    children: (
      <div class="pair stack">
        <div class="stack">
          <Verdict
            outcome={verdict.outcome}
            over={bill ? INVOICE_WORDS[language].bill(bill.number) : words.title}
            title={words[verdict.outcome]}
          >
            <p>{words[`${verdict.outcome}Next`]}</p>
          </Verdict>
          {bill && <Place bill={bill} advice={adviceIn(verdict, language)} language={language} />}
          {verdict.findings
            .filter(({ rule }) => ![...TOLD_BY_OUTCOME, TOLD_BY_PLACE].includes(rule))
            .map(({ rule, level, message }) => (
              <Notice key={rule} state={level >= 5 ? 'suspect' : level >= 3 ? 'caution' : 'plain'}>
                {message[language]}
              </Notice>
            ))}
        </div>
        <div class="stack">
          {isToEnterAgain && <CheckForm request={request} at={at} title={words.enter} />}
          {verdict.unit && <Part unit={verdict.unit} way={wayWords(way, language)} language={language} />}
          {verdict.outcome !== 'unreadable' && <Claims claims={verdict.claims} language={language} />}
          {history && <Checks history={history} language={language} />}
          <RealSite language={language} host={host} />
          {!isToEnterAgain && (
            <p class="act">
              <a href={at + request.keep}>{words.enterAnother}</a>
            </p>
          )}
          {bill && <BackToBill request={request} at={bill.at} />}
        </div>
      </div>
    ),
  });
}

const adviceIn = ({ findings }: PublicVerdict, language: Language): string | undefined =>
  findings.find(({ rule }) => rule === TOLD_BY_PLACE)?.message[language];

interface PartProps {
  readonly unit: VerdictUnit;
  readonly way: string | null;
  readonly language: Language;
}

function Part({ unit, way, language }: PartProps) {
  const words = CHECK_WORDS[language];
  return (
    <section class="card">
      <p class="soft">{words.part}</p>
      <h2>{unit.name[language]}</h2>
      <dl class="facts">
        <Fact name={words.partNumber}>
          <span class="code">{unit.partNumber}</span>
        </Fact>
        {unit.lot !== null && (
          <Fact name={words.lot}>
            <span class="code">{unit.lot}</span>
          </Fact>
        )}
        <Fact name={words.serial}>
          <b class="code">{serialInGroups(unit.serial)}</b>
        </Fact>
        {way !== null && <Fact name={words.way}>{way}</Fact>}
      </dl>
      <p class="soft">{words.compare}</p>
    </section>
  );
}

function Claims({ claims, language }: { readonly claims: PublicVerdict['claims']; readonly language: Language }) {
  const words = CHECK_WORDS[language];
  const told = (holds: boolean | null, yes: string, no: string, open: string): ComponentChildren =>
    holds === null ? open : holds ? yes : no;
  const { issuedByMaker, recordsAgree, physicallyChecked } = claims;
  return (
    <section class="card">
      <h2>{words.claims}</h2>
      <ul class="claims">
        <Claim holds={issuedByMaker} title={words.issued}>
          {told(issuedByMaker, words.issuedYes, words.issuedNo, words.issuedOpen)}
        </Claim>
        <Claim holds={recordsAgree} title={words.agree} ifNot="caution">
          {told(recordsAgree, words.agreeYes, words.agreeNo, words.agreeOpen)}
        </Claim>
        <Claim holds={physicallyChecked} title={words.looked}>
          {told(physicallyChecked, words.lookedYes, words.lookedNo, words.lookedOpen)}
        </Claim>
      </ul>
    </section>
  );
}

function Checks({ history, language }: { readonly history: CheckHistory; readonly language: Language }) {
  const words = CHECK_WORDS[language];
  return (
    <section class="card">
      <h2>{words.checks}</h2>
      <p>
        {history.count <= 1
          ? words.checksFirst
          : words.checksSome(history.count, FORMATS[language].time(history.firstAt))}
      </p>
    </section>
  );
}
