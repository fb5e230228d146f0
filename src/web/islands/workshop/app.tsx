import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../kernel/words.ts';
import { LOCALES } from '../../design/formats.ts';
import { AccountScreen } from './account-screen.tsx';
import { registerServiceWorker } from './background.ts';
import { CheckScreen } from './check-screen.tsx';
import { Frame } from './frame.tsx';
import { Later } from './later.tsx';
import { LineScreen } from './line-screen.tsx';
import { OrderScreen } from './order-screen.tsx';
import { OrdersScreen } from './orders-screen.tsx';
import { OutboxScreen } from './outbox-screen.tsx';
import { type Route, pathOf, routeOf } from './route.ts';
import { Screen } from './screen.tsx';
import { ClosedScreen, SignInScreen } from './sign-in-screen.tsx';
import { type Surroundings, SurroundingsContext, useSurroundings } from './surroundings.tsx';
import type { Workplace } from './workplace.ts';
import { WORKSHOP_WORDS } from './workshop-words.ts';

interface AppProps {
  readonly workplace: Workplace;
  readonly provider: Surroundings['provider'];
  readonly firstLanguage: Language;
  readonly rememberLanguage: (language: Language) => void;
}

/** The technician’s app: one screen at a time, and what the phone still has to tell, always in sight. */
export function App({ workplace, provider, firstLanguage, rememberLanguage }: AppProps) {
  const [route, setRoute] = useState(() => routeOf(location.pathname));
  const [language, setLanguage] = useState(firstLanguage);
  const [update, setUpdate] = useState<() => void>();
  const [, redraw] = useState(0);
  useEffect(() => workplace.subscribe(() => redraw(workplace.version)), [workplace]);
  useEffect(() => {
    const follow = (): void => setRoute(routeOf(location.pathname));
    addEventListener('popstate', follow);
    void registerServiceWorker((takeOver) => setUpdate(() => takeOver)).catch(() => undefined);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (to: Route): void => {
    if (pathOf(to) !== location.pathname) history.pushState(null, '', pathOf(to));
    setRoute(to);
  };
  const speak = (chosen: Language): void => {
    rememberLanguage(chosen);
    document.documentElement.lang = LOCALES[chosen];
    setLanguage(chosen);
  };
  const { entrance } = workplace;
  return (
    <SurroundingsContext.Provider value={{ workplace, language, provider, go }}>
      {entrance === 'open' ? (
        // Screens that read the language from the document are drawn anew with it.
        <Frame key={language} route={route} update={update}>
          <ScreenOf key={pathOf(route)} route={route} speak={speak} />
        </Frame>
      ) : entrance === 'closed' ? (
        <ClosedScreen key={language} speak={speak} />
      ) : (
        <SignInScreen key={language} speak={speak} />
      )}
    </SurroundingsContext.Provider>
  );
}

// Whoever opens the app stands before a car: what is done at the desk or the ramp comes when it is asked for.
const invoiceScreen = () => import('./invoice-screen.tsx').then((part) => part.InvoiceScreen);
const shipmentsScreen = () => import('./shipments-screen.tsx').then((part) => part.ShipmentsScreen);
const shipmentScreen = () => import('./shipment-screen.tsx').then((part) => part.ShipmentScreen);
const returnsScreen = () => import('./returns-screen.tsx').then((part) => part.ReturnsScreen);

interface ScreenOfProps {
  readonly route: Route;
  readonly speak: (language: Language) => void;
}

function ScreenOf({ route, speak }: ScreenOfProps) {
  switch (route.name) {
    case 'orders':
      return <OrdersScreen />;
    case 'order':
      return <OrderScreen number={route.order} />;
    case 'line':
      return <LineScreen number={route.order} line={route.line} />;
    case 'invoice':
      return <Later of={invoiceScreen}>{(Invoice) => <Invoice number={route.order} />}</Later>;
    case 'check':
      return <CheckScreen />;
    case 'shipments':
      return <Later of={shipmentsScreen}>{(Shipments) => <Shipments />}</Later>;
    case 'shipment':
      return <Later of={shipmentScreen}>{(Shipment) => <Shipment id={route.id} />}</Later>;
    case 'returns':
      return <Later of={returnsScreen}>{(Returns) => <Returns />}</Later>;
    case 'outbox':
      return <OutboxScreen />;
    case 'account':
      return <AccountScreen speak={speak} />;
    default:
      return <Nowhere />;
  }
}

function Nowhere() {
  const { language } = useSurroundings();
  return <Screen title={WORKSHOP_WORDS[language].nowhere}>{null}</Screen>;
}
