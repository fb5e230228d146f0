import { useRef, useState } from 'preact/hooks';
import { Notice } from '../../design/notice.tsx';
import { diagnose, type Diagnosis, isLikeScan, isUsable } from './diagnosis.ts';
import { TEST_WORDS, troubleSaid } from './diagnosis-words.ts';
import type { KeyPress } from './key-press.ts';
import { pageLanguage } from './language.ts';
import type { ScannedCode } from './scanned-code.ts';
import { Scanner } from './scanner.tsx';

/** Milliseconds without a key after which even a slow scanner has ended. */
const ENDED = 1000;

type Result =
  | { readonly by: 'keys'; readonly diagnosis: Diagnosis; readonly milliseconds: number }
  | { readonly by: 'other'; readonly text: string; readonly isTestCode: boolean };

interface ScannerTestProps {
  /** What the test code says. */
  readonly expected: string;
}

/** Says how a scanner is set up, from what it makes of a known code. */
export function ScannerTest({ expected }: ScannerTestProps) {
  const [result, setResult] = useState<Result>();
  const keys = useRef<KeyPress[]>([]);
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const judge = (): void => {
    const { current } = keys;
    keys.current = [];
    const milliseconds = Math.round((current.at(-1)?.at ?? 0) - (current[0]?.at ?? 0));
    setResult({ by: 'keys', diagnosis: diagnose(current, expected), milliseconds });
  };
  const onKey = (press: KeyPress): void => {
    keys.current.push(press);
    clearTimeout(ending.current);
    ending.current = setTimeout(() => {
      if (isLikeScan(keys.current, expected)) judge();
      else keys.current = [];
    }, ENDED);
  };
  const onScan = ({ text, entryMode }: ScannedCode): void => {
    if (entryMode === 'wedge') judge();
    else setResult({ by: 'other', text, isTestCode: text.toUpperCase() === expected });
  };
  return (
    <div class="stack">
      <div role="status" class="stack">
        <Said result={result} expected={expected} />
      </div>
      <Scanner onScan={onScan} onKey={onKey} keepsOpen />
    </div>
  );
}

interface SaidProps {
  readonly result: Result | undefined;
  readonly expected: string;
}

function Said({ result, expected }: SaidProps) {
  const words = TEST_WORDS[pageLanguage()];
  if (!result) return <Notice state="plain" title={words.waiting} />;
  if (result.by === 'keys') return <DiagnosisSaid {...result} expected={expected} />;
  if (result.isTestCode) return <Notice state="good" title={words.cameraGood} />;
  return (
    <Notice state="plain" title={words.another}>
      <p>
        <output class="code">{result.text}</output>
      </p>
      <p>{words.anotherMeans}</p>
    </Notice>
  );
}

interface DiagnosisSaidProps {
  readonly diagnosis: Diagnosis;
  readonly milliseconds: number;
  readonly expected: string;
}

function DiagnosisSaid({ diagnosis, milliseconds, expected }: DiagnosisSaidProps) {
  const language = pageLanguage();
  const words = TEST_WORDS[language];
  const { received, troubles } = diagnosis;
  if (troubles.length === 0) {
    return (
      <Notice state="good" title={words.good}>
        {words.timing(received.length, milliseconds)}
      </Notice>
    );
  }
  const isWorking = isUsable(diagnosis);
  return (
    <>
      <Notice state={isWorking ? 'caution' : 'suspect'} title={isWorking ? words.usable : words.broken}>
        <ol class="troubles">
          {troubles.map((trouble) => {
            const { what, fix } = troubleSaid(trouble, language);
            return (
              <li key={trouble.kind} data-trouble={trouble.kind}>
                <b>{what}</b>
                <p>{fix}</p>
              </li>
            );
          })}
        </ol>
      </Notice>
      <dl class="facts">
        <dt>{words.expected}</dt>
        <dd class="code">{expected}</dd>
        <dt>{words.received}</dt>
        <dd class="code">{received}</dd>
      </dl>
    </>
  );
}
