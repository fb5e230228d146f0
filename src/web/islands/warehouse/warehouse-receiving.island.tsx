import { render } from 'preact';
import { Receiving } from './receiving.tsx';
import type { ReceivingView } from './receiving-work.ts';

const place = document.getElementById('receiving')!;
const view = JSON.parse(place.dataset['view']!) as ReceivingView;
place.replaceChildren();
render(<Receiving view={view} />, place);
