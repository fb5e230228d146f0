import { render } from 'preact';
import { ScannerTest } from './scanning/scanner-test.tsx';

render(<ScannerTest />, document.getElementById('scanner-test')!);
