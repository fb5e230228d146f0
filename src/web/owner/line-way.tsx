import type { OwnerLine } from '../../feedback/owner-invoice.ts';
import { Fact } from './facts.tsx';
import type { InvoiceView, Telling } from './invoice-view.ts';
import { lineSteps } from './line-told.ts';

interface WayProps {
  readonly line: OwnerLine;
  readonly view: InvoiceView;
  readonly telling: Telling;
}

/**
 * Requested → approved → fitted → billed: how many pieces at each step, and what else the step has to tell. A number that is
 * not the one before it stands out, and so does another part or class.
 */
export function LineWay({ line, view, telling }: WayProps) {
  return (
    <dl class="facts way">
      {lineSteps(line, view.request.language, telling).map(({ name, pieces, more, isOff }) => (
        <Fact key={name} name={name} isOff={isOff}>
          {pieces !== null && <b>{pieces}</b>} {more}
        </Fact>
      ))}
    </dl>
  );
}
