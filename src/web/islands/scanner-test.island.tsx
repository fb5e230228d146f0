import { render } from 'preact';

/** Shows what the keys of a scanner are to the browser. */
function ScannerTest() {
  return <output aria-live="polite" />;
}

render(<ScannerTest />, document.getElementById('scanner-test')!);
