import { useState } from 'preact/hooks';
import type { ScannedCode } from '../scanning/scanned-code.ts';
import { Scanner } from '../scanning/scanner.tsx';
import { Reading } from './reading.tsx';
import { Screen } from './screen.tsx';
import { STOCK_WORDS } from './stock-words.ts';
import { useSurroundings } from './surroundings.tsx';
import { WORKSHOP_WORDS } from './workshop-words.ts';

/** Any label, at any moment: what do the records say of it? */
export function CheckScreen() {
  const { language } = useSurroundings();
  const [scan, setScan] = useState<{ readonly code: ScannedCode; readonly round: number }>();
  return (
    <Screen title={WORKSHOP_WORDS[language].check}>
      <p class="soft">{STOCK_WORDS[language].checkLead}</p>
      {scan && <Reading key={scan.round} code={scan.code} purpose="check" />}
      <Scanner onScan={(code) => setScan({ code, round: (scan?.round ?? 0) + 1 })} />
    </Screen>
  );
}
