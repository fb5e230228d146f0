import { useState } from 'preact/hooks';
import type { ScannedCode } from './scanned-code.ts';
import { Scanner } from './scanner.tsx';

/** Shows what a scanner says to the browser. */
export function ScannerTest() {
  const [code, setCode] = useState<ScannedCode>();
  return (
    <>
      <Scanner onScan={setCode} keepsOpen />
      <output aria-live="polite" data-mode={code?.entryMode}>
        {code?.text}
      </output>
    </>
  );
}
