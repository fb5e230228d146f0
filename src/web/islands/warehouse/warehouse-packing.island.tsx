import { render } from 'preact';
import { Packing } from './packing.tsx';
import type { PackingView } from './packing-work.ts';

const place = document.getElementById('packing')!;
const view = JSON.parse(place.dataset['view']!) as PackingView;
place.replaceChildren();
render(<Packing view={view} />, place);
