import { render } from 'preact';
import { ScannerTest } from './scanning/scanner-test.tsx';

const place = document.getElementById('scanner-test')!;
render(<ScannerTest expected={place.dataset['expected']!} />, place);
