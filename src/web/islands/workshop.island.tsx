import { render } from 'preact';
import { LANGUAGES, type Language } from '../../kernel/words.ts';
import { LOCALES } from '../design/formats.ts';
import { App } from './workshop/app.tsx';
import { Workplace } from './workshop/workplace.ts';

const CHOSEN = 'truepart.language';

/** What was chosen here, by `?lang=` or earlier; else the language in which the page was drawn. */
function language(): Language {
  const wishes = [new URLSearchParams(location.search).get('lang'), chosenEarlier(), document.documentElement.lang];
  return LANGUAGES.find((each) => wishes.find((wish) => wish !== null)!.startsWith(each)) ?? 'zh';
}

function chosenEarlier(): string | null {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

function remember(chosen: Language): void {
  try {
    localStorage.setItem(CHOSEN, chosen);
  } catch {
    // A private window forgets it.
  }
  // The other pages of staff follow, when there is a network.
  void fetch(`/workshop?lang=${chosen}`).catch(() => undefined);
}

async function begin(place: HTMLElement): Promise<void> {
  const first = language();
  document.documentElement.lang = LOCALES[first];
  // The address alone would bring the language of an old link back at every reload.
  if (new URLSearchParams(location.search).has('lang')) {
    remember(first);
    history.replaceState(null, '', location.pathname);
  }
  const { origin, provider, providerAddress } = place.dataset as Record<string, string>;
  const workplace = await Workplace.open(origin!);
  place.replaceChildren();
  const vouching = provider === undefined ? undefined : { name: provider, address: providerAddress! };
  render(<App workplace={workplace} provider={vouching} firstLanguage={first} rememberLanguage={remember} />, place);
}

void begin(document.getElementById('workshop')!);
