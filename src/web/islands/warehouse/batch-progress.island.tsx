import { FORMATS } from '../../design/formats.ts';
import { pageLanguage } from '../scanning/language.ts';

interface Progress {
  readonly issued: number;
  readonly quantity: number;
  readonly status: string;
}

const SETTLED = ['issued', 'cancelled', 'failed'];
/** A file that is kept does not leave the page: then the page is shown anew by itself. In milliseconds. */
const AFTER_OPENING = 1_500;

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
  if (open === '') {
    location.reload();
    return;
  }
  history.replaceState(null, '', here);
  location.assign(open);
  setTimeout(() => location.replace(here), AFTER_OPENING);
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
