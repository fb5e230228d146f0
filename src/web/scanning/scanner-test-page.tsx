import { qrMatrix } from '../../labels/qr.ts';
import { qrSvg } from '../../labels/qr-svg.ts';
import type { Language } from '../../kernel/words.ts';
import { testCode } from '../islands/scanning/test-code.ts';
import { SCANNER_TEST_WORDS } from './scanning-words.ts';

interface ScannerTestPageProps {
  readonly language: Language;
  /** Of the labels that are printed here. */
  readonly origin: string;
}

/** A code to scan, and the place where the island says what came of it. */
export function ScannerTestPage({ language, origin }: ScannerTestPageProps) {
  const words = SCANNER_TEST_WORDS[language];
  const code = testCode(origin);
  const picture = `data:image/svg+xml,${encodeURIComponent(qrSvg(qrMatrix(code, 'M')))}`;
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div class="two">
        <section class="card test-code">
          <h2>{words.code}</h2>
          <img src={picture} alt={words.code} />
          <p class="soft">{words.codeMeans}</p>
        </section>
        <div id="scanner-test" data-expected={code} class="act">
          <noscript>{words.needsScript}</noscript>
        </div>
      </div>
    </div>
  );
}
