/** Where somebody is in the app. Addresses are links: they can be opened, kept and gone back from. */
export type Route =
  | { readonly name: 'orders' }
  | { readonly name: 'order'; readonly order: string }
  | { readonly name: 'line'; readonly order: string; readonly line: number }
  | { readonly name: 'invoice'; readonly order: string }
  | { readonly name: 'check' }
  | { readonly name: 'shipments' }
  | { readonly name: 'shipment'; readonly id: string }
  | { readonly name: 'returns' }
  | { readonly name: 'outbox' }
  | { readonly name: 'account' }
  | { readonly name: 'nowhere' };

const ROOT = '/workshop';
const PLAIN = ['orders', 'check', 'shipments', 'returns', 'outbox', 'account'] as const;

/** The route of a path below `/workshop`. Order numbers are other people’s: they may hold anything, also a slash. */
export function routeOf(path: string): Route {
  const [root, ...pieces] = path.replace(/\/+$/, '').slice(1).split('/').map(decoded);
  if (`/${root}` !== ROOT) return { name: 'nowhere' };
  const [room, id, place, line] = pieces;
  if (room === undefined) return { name: 'orders' };
  if (room === 'orders' && id !== undefined) return orderRoute(id, place, line, pieces.length);
  if (room === 'shipments' && id !== undefined && pieces.length === 2) return { name: 'shipment', id };
  const plain = PLAIN.find((name) => name === room);
  return plain !== undefined && pieces.length === 1 ? { name: plain } : { name: 'nowhere' };
}

function orderRoute(order: string, place: string | undefined, line: string | undefined, depth: number): Route {
  if (depth === 2) return { name: 'order', order };
  if (depth === 3 && place === 'invoice') return { name: 'invoice', order };
  if (depth === 4 && place === 'lines' && /^[1-9]\d{0,2}$/.test(line!))
    return { name: 'line', order, line: Number(line) };
  return { name: 'nowhere' };
}

export function pathOf(route: Route): string {
  switch (route.name) {
    case 'orders':
    case 'nowhere':
      return ROOT;
    case 'order':
      return `${ROOT}/orders/${encodeURIComponent(route.order)}`;
    case 'line':
      return `${ROOT}/orders/${encodeURIComponent(route.order)}/lines/${route.line}`;
    case 'invoice':
      return `${ROOT}/orders/${encodeURIComponent(route.order)}/invoice`;
    case 'shipment':
      return `${ROOT}/shipments/${route.id}`;
    default:
      return `${ROOT}/${route.name}`;
  }
}

/** Where the arrow at the top leads: up, whatever way somebody came. Nowhere from the rooms themselves. */
export function above(route: Route): Route | null {
  switch (route.name) {
    case 'orders':
    case 'check':
    case 'shipments':
    case 'outbox':
      return null;
    case 'line':
    case 'invoice':
      return { name: 'order', order: route.order };
    case 'shipment':
    case 'returns':
      return { name: 'shipments' };
    default:
      return { name: 'orders' };
  }
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
