import { FORMATS } from '../../design/formats.ts';
import { pageLanguage } from '../scanning/language.ts';

interface Progress {
  readonly issued: number;
  readonly quantity: number;
  readonly status: string;
}

/** In milliseconds. */
const LOOK_EVERY = 500;
const MOST_LOOKS = 40;
const SETTLED = ['issued', 'cancelled', 'failed'];

const place = document.getElementById('batch-progress')!;
const { batch, settled, open } = place.dataset as { batch: string; settled: string; open: string };

/** The bar that the server drew goes on from there. */
function draw({ issued, quantity }: Progress): void {
  const { number } = FORMATS[pageLanguage()];
  const bar = place.querySelector('progress')!;
  bar.value = issued;
  place.querySelector('[data-told]')!.firstChild!.textContent = number(issued);
  bar.setAttribute('aria-valuetext', `${number(issued)} / ${number(quantity)}`);
}

/** Opens the labels once; coming back to the page does not open them again. */
function finish(): void {
  const here = location.pathname;
  if (open === '') return location.reload();
  history.replaceState(null, '', here);
  if (!open.includes('.zpl?')) return location.assign(open);
  // No browser shows what only a printer reads: it is kept as a file, and the page stays.
  const link = document.createElement('a');
  link.href = open;
  link.download = '';
  link.click();
  void untilPrinted(here).then(() => location.replace(here));
}

/** The file is on the batch's record as soon as it begins to come. */
async function untilPrinted(here: string): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    const page = await fetch(here, { headers: { accept: 'text/html' } }).then((answer) => answer.text());
    if (page.includes('data-printed="yes"')) return;
  }
}

function listen(): void {
  const stream = new EventSource(`/api/batches/${batch}/progress`);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const progress = JSON.parse(event.data) as Progress;
    draw(progress);
    if (!SETTLED.includes(progress.status)) return;
    stream.close();
    finish();
  });
}

if (settled === 'no') listen();
else if (open !== '') finish();
