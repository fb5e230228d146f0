import type { DemoSite } from './demo-site.ts';

/** Demo accounts, by what stands before the @; nobody: without signing in. */
export type Who = 'nobody' | 'maker' | 'analyst' | 'warehouse' | 'technician' | 'supervisor' | 'advisor' | 'admin';

/** One page of one face. */
export interface PageToSee {
  /** Begins with its face: `desk-case`. */
  readonly name: string;
  readonly as: Who;
  readonly at: string | ((site: DemoSite) => string);
  /** Selectors of links to follow from there, one after the other: what is shown has an id that only the demo world knows. */
  readonly follow?: readonly string[];
}

const honest = (site: DemoSite): string => site.linkOf('honest');
const swapped = (site: DemoSite): string => site.linkOf('a swapped part');

/** Every page, a line each. A page that needs something done first is none: tests look at those. */
export const PAGES: readonly PageToSee[] = [
  { name: 'owner-invoice', as: 'nobody', at: honest },
  { name: 'owner-invoice-swapped', as: 'nobody', at: swapped },
  { name: 'owner-dispute', as: 'nobody', at: (site) => `${swapped(site)}/lines/1` },
  { name: 'owner-satisfaction', as: 'nobody', at: (site) => `${honest(site)}/satisfaction` },
  { name: 'owner-history-links', as: 'nobody', at: (site) => `${honest(site)}/history` },
  { name: 'owner-check', as: 'nobody', at: honest, follow: ['main a.code'] },
  { name: 'owner-check-form', as: 'nobody', at: '/check' },
  { name: 'scorecard', as: 'nobody', at: '/scorecard' },
  { name: 'owner-problem', as: 'nobody', at: '/i/00000000000000000000' },

  { name: 'sign-in', as: 'nobody', at: '/sign-in' },
  { name: 'account', as: 'analyst', at: '/account' },

  { name: 'workshop-orders', as: 'technician', at: '/workshop' },
  { name: 'workshop-order', as: 'technician', at: '/workshop/orders/RO-240100' },
  { name: 'workshop-line', as: 'technician', at: '/workshop/orders/RO-240100/lines/1' },
  { name: 'workshop-check', as: 'technician', at: '/workshop/check' },
  { name: 'workshop-outbox', as: 'technician', at: '/workshop/outbox' },
  { name: 'workshop-account', as: 'technician', at: '/workshop/account' },
  { name: 'workshop-sign-in', as: 'nobody', at: '/workshop' },
  { name: 'workshop-invoice', as: 'supervisor', at: '/workshop/orders/RO-240100/invoice' },
  { name: 'workshop-shipments', as: 'supervisor', at: '/workshop/shipments' },
  { name: 'workshop-returns', as: 'supervisor', at: '/workshop/returns' },
  { name: 'scanner-test', as: 'technician', at: '/scanner-test' },

  { name: 'warehouse', as: 'warehouse', at: '/warehouse' },
  { name: 'warehouse-orders', as: 'warehouse', at: '/warehouse/orders' },
  { name: 'warehouse-batches', as: 'warehouse', at: '/warehouse/batches' },
  {
    name: 'warehouse-batch',
    as: 'warehouse',
    at: '/warehouse/batches',
    follow: ['main a[href^="/warehouse/batches/0"]'],
  },
  { name: 'warehouse-batch-new', as: 'warehouse', at: '/warehouse/batches/new' },
  { name: 'warehouse-labels', as: 'warehouse', at: '/warehouse/labels' },
  { name: 'warehouse-label', as: 'warehouse', at: '/warehouse/labels', follow: ['main a[href^="/warehouse/labels/"]'] },
  { name: 'warehouse-shipments', as: 'warehouse', at: '/warehouse/shipments' },
  {
    name: 'warehouse-shipment',
    as: 'warehouse',
    at: '/warehouse/shipments',
    follow: ['main a[href^="/warehouse/shipments/0"]'],
  },
  { name: 'warehouse-stock', as: 'warehouse', at: '/warehouse/stock' },
  { name: 'warehouse-units', as: 'warehouse', at: '/warehouse/units' },
  { name: 'warehouse-unit', as: 'warehouse', at: '/warehouse/units', follow: ['main a[href^="/warehouse/units/"]'] },

  { name: 'desk-flags', as: 'analyst', at: '/desk' },
  { name: 'desk-flag', as: 'analyst', at: '/desk?rule=K05', follow: ['main h2 a'] },
  { name: 'desk-unit', as: 'analyst', at: '/desk?rule=K05', follow: ['main h2 a', 'main a[href^="/desk/units/"]'] },
  { name: 'desk-overview', as: 'analyst', at: '/desk/overview' },
  { name: 'desk-scorecard', as: 'analyst', at: '/desk/scorecard' },
  { name: 'desk-cases', as: 'analyst', at: '/desk/cases' },
  { name: 'desk-case', as: 'analyst', at: '/desk/cases', follow: ['main a[href^="/desk/cases/"]'] },
  { name: 'desk-recalls', as: 'analyst', at: '/desk/recalls' },
  { name: 'desk-rules', as: 'analyst', at: '/desk/rules' },

  { name: 'maker-parts', as: 'maker', at: '/maker' },
  { name: 'maker-part', as: 'maker', at: '/maker', follow: ['main a[href^="/maker/parts/"]'] },
  { name: 'maker-part-new', as: 'maker', at: '/maker/new' },
  { name: 'maker-import', as: 'maker', at: '/maker/import' },
  { name: 'maker-keys', as: 'maker', at: '/maker/keys' },
  { name: 'maker-key-rotation', as: 'maker', at: '/maker/keys/rotation' },

  { name: 'admin-organisations', as: 'admin', at: '/admin' },
  { name: 'admin-people', as: 'admin', at: '/admin/people' },
  { name: 'admin-person', as: 'admin', at: '/admin/people', follow: ['main a[href^="/admin/people/"]'] },
  { name: 'admin-api-keys', as: 'admin', at: '/admin/api-keys' },
  { name: 'admin-audit', as: 'admin', at: '/admin/audit' },
];

/** What the README and the documents show; kept in docs/pictures. */
export const PICTURES: readonly { readonly name: string; readonly language: 'zh' | 'en'; readonly width: number }[] = [
  { name: 'owner-invoice', language: 'en', width: 1440 },
  { name: 'owner-invoice-swapped', language: 'zh', width: 360 },
  { name: 'workshop-orders', language: 'zh', width: 360 },
  { name: 'desk-flags', language: 'en', width: 1440 },
];
