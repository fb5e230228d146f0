import {
  checkedBeside,
  cutOff,
  filled,
  newKey,
  sent,
  typed,
  typedAndSeen,
  typedOffline,
  typedUnknown,
} from './acts.ts';
import { type PageToSee, pathOf, type Site } from './page-to-see.ts';

const honest = (site: Site): string => pathOf(site.told('honest'));
const swapped = (site: Site): string => pathOf(site.told('a swapped part'));

const OWNER: readonly PageToSee[] = [
  { name: 'owner-invoice', as: 'nobody', at: honest },
  { name: 'owner-invoice-swapped', as: 'nobody', at: swapped },
  { name: 'owner-dispute', as: 'nobody', at: (site) => `${swapped(site)}/lines/1` },
  { name: 'owner-satisfaction', as: 'nobody', at: (site) => `${honest(site)}/satisfaction` },
  { name: 'owner-bill-label', as: 'nobody', at: (site) => `${honest(site)}/label` },
  {
    name: 'owner-bill-label-another',
    as: 'nobody',
    at: (site) => `${swapped(site)}/label`,
    act: checkedBeside('the right part'),
  },
  { name: 'owner-history-links', as: 'nobody', at: (site) => `${honest(site)}/history` },
  { name: 'owner-check', as: 'nobody', at: honest, follow: ['main a.code'] },
  { name: 'owner-check-suspect', as: 'nobody', at: (site) => pathOf(site.told('a forged label')) },
  { name: 'owner-check-unknown', as: 'nobody', at: '/01/09521234100003/21/ZZZZZZZZZZZZ' },
  { name: 'owner-check-form', as: 'nobody', at: '/check' },
  { name: 'scorecard', as: 'nobody', at: '/scorecard' },
  { name: 'owner-problem', as: 'nobody', at: '/i/00000000000000000000' },
];

const STAFF: readonly PageToSee[] = [
  { name: 'sign-in', as: 'nobody', at: '/sign-in' },
  { name: 'home', as: 'analyst', at: '/home' },
  { name: 'account', as: 'analyst', at: '/account' },
  { name: 'missing', as: 'analyst', at: '/desk/cases/C-2026-999999' },
  { name: 'questions', as: 'advisor', at: '/questions' },
  { name: 'question', as: 'advisor', at: '/questions', follow: ['main h2 a'] },
  { name: 'scanner-test', as: 'technician', at: '/scanner-test' },
];

/** What a technician reads a label against. */
const LINE = '/workshop/orders/RO-240103/lines/1';

const WORKSHOP: readonly PageToSee[] = [
  { name: 'workshop-sign-in', as: 'nobody', at: '/workshop' },
  { name: 'workshop-orders', as: 'technician', at: '/workshop' },
  { name: 'workshop-order', as: 'technician', at: '/workshop/orders/RO-240103' },
  { name: 'workshop-order-not-approved', as: 'technician', at: '/workshop/orders/RO-240100' },
  { name: 'workshop-line', as: 'technician', at: LINE },
  { name: 'workshop-good', as: 'technician', at: LINE, act: typed('the right part') },
  { name: 'workshop-fit', as: 'technician', at: LINE, act: typedAndSeen('the right part') },
  { name: 'workshop-caution', as: 'technician', at: LINE, act: typed('another part') },
  { name: 'workshop-caution-card', as: 'technician', at: LINE, act: typedAndSeen('another part') },
  { name: 'workshop-suspect', as: 'technician', at: LINE, act: typed('a forged label') },
  { name: 'workshop-suspect-card', as: 'technician', at: LINE, act: typedAndSeen('a forged label') },
  { name: 'workshop-unknown', as: 'technician', at: '/workshop/check', act: typedUnknown },
  { name: 'workshop-check', as: 'technician', at: '/workshop/check' },
  { name: 'workshop-account', as: 'technician', at: '/workshop/account' },
  { name: 'workshop-outbox', as: 'technician', at: '/workshop/outbox' },
  { name: 'workshop-offline', as: 'technician', at: '/workshop/check', act: typedOffline },
  { name: 'workshop-invoice', as: 'supervisor', at: '/workshop/orders/RO-240103/invoice' },
  { name: 'workshop-shipments', as: 'supervisor', at: '/workshop/shipments' },
  { name: 'workshop-returns', as: 'supervisor', at: '/workshop/returns' },
];

const FAULTY_ORDER =
  '单号,零件号,数量,批次,网点\nDO-9,CH-04465-02250,一,L1,WS-HZ-01\nDO-9,CH-04466-02190,3,L2,WS-HZ-02\n';
const SOUND_ORDER = '单号,零件号,数量,批次,网点\nDO-9,CH-04465-02250,12,L26K99,WS-HZ-01\n';

const WAREHOUSE: readonly PageToSee[] = [
  { name: 'warehouse', as: 'warehouse', at: '/warehouse' },
  { name: 'warehouse-orders', as: 'warehouse', at: '/warehouse/orders' },
  { name: 'warehouse-order', as: 'warehouse', at: '/warehouse/orders/DO-2026-1123' },
  {
    name: 'warehouse-import-wrong',
    as: 'warehouse',
    at: '/warehouse/orders',
    act: sent(FAULTY_ORDER, 'form[action$=upload] button'),
  },
  {
    name: 'warehouse-import-right',
    as: 'warehouse',
    at: '/warehouse/orders',
    act: sent(SOUND_ORDER, 'form[action$=upload] button'),
  },
  { name: 'warehouse-batches', as: 'warehouse', at: '/warehouse/batches' },
  { name: 'warehouse-batch', as: 'warehouse', at: '/warehouse/batches', follow: ['main h2 a'] },
  {
    name: 'warehouse-batch-unused',
    as: 'warehouse',
    at: '/warehouse/batches?partNumber=CH-13506-37010',
    follow: ['main h2 a'],
  },
  { name: 'warehouse-part-search', as: 'warehouse', at: '/warehouse/batches/new?q=brake' },
  { name: 'warehouse-register', as: 'warehouse', at: '/warehouse/batches/new?part=CH-04465-02250' },
  { name: 'warehouse-labels', as: 'warehouse', at: '/warehouse/labels' },
  { name: 'warehouse-label', as: 'warehouse', at: '/warehouse/labels/a4-65?start=12' },
  { name: 'warehouse-shipments', as: 'warehouse', at: '/warehouse/shipments' },
  { name: 'warehouse-shipment', as: 'warehouse', at: '/warehouse/shipments?direction=out', follow: ['main h2 a'] },
  { name: 'warehouse-where-to', as: 'warehouse', at: '/warehouse/shipments/new' },
  {
    name: 'warehouse-packing',
    as: 'warehouse',
    at: '/warehouse/shipments/new?to=WS-HZ-01&order=DO-2026-1123',
    act: filled('.told'),
  },
  {
    name: 'warehouse-receiving',
    as: 'warehouse',
    at: '/warehouse',
    follow: ['main a[href^="/warehouse/shipments/0"]', 'main a[href$="/receive"]'],
    act: filled('.told'),
  },
  { name: 'warehouse-carton', as: 'warehouse', at: '/warehouse', follow: ['main a[href^="/warehouse/cartons/"]'] },
  { name: 'warehouse-stock', as: 'warehouse', at: '/warehouse/stock' },
  { name: 'warehouse-stock-none', as: 'warehouse', at: '/warehouse/stock?q=nothing-like-it' },
  { name: 'warehouse-units', as: 'warehouse', at: '/warehouse/units?partNumber=CH-81551-02A20&limit=10' },
  { name: 'warehouse-unit', as: 'warehouse', at: '/warehouse/units?state=issued', follow: ['th a'] },
  { name: 'warehouse-missing', as: 'warehouse', at: '/warehouse/orders/NO-SUCH-ORDER' },
];

const DESK: readonly PageToSee[] = [
  { name: 'desk-flags', as: 'analyst', at: '/desk' },
  { name: 'desk-flags-none', as: 'analyst', at: '/desk?workshop=NOBODY' },
  { name: 'desk-flag', as: 'analyst', at: '/desk?rule=K05', follow: ['main h2 a'] },
  { name: 'desk-unit', as: 'analyst', at: '/desk?rule=K05', follow: ['main h2 a', 'main a[href^="/desk/units/"]'] },
  { name: 'desk-units', as: 'analyst', at: '/desk/units' },
  { name: 'desk-units-none', as: 'analyst', at: '/desk/units?q=ZZZZ+ZZZZ+ZZZZ' },
  { name: 'desk-unit-missing', as: 'analyst', at: '/desk/units', follow: ['main h2 a'] },
  { name: 'desk-overview', as: 'analyst', at: '/desk/overview' },
  { name: 'desk-scorecard', as: 'analyst', at: '/desk/scorecard' },
  { name: 'desk-cases', as: 'analyst', at: '/desk/cases' },
  { name: 'desk-case', as: 'analyst', at: '/desk/cases?kind=dispute', follow: ['main h2 a'] },
  {
    name: 'desk-case-copied',
    as: 'analyst',
    at: '/desk?rule=K05',
    follow: ['main h2 a', 'main a[href^="/desk/cases/"]'],
  },
  { name: 'desk-recalls', as: 'analyst', at: '/desk/recalls' },
  { name: 'desk-recall', as: 'analyst', at: '/desk/recalls', follow: ['main a[href^="/desk/recalls/"]'] },
  { name: 'desk-rules', as: 'analyst', at: '/desk/rules' },
  { name: 'desk-rule-past', as: 'analyst', at: '/desk/rules/K05/past?isOn=on&level=&days=30' },
];

const HEAD = '零件号,中文名称,英文名称,类别,追溯方式,建议零售价,币种\n';
const FAULTY_PARTS = `${HEAD}CH-1,,Part,wear,serial,abc,CNY\nCH-2,件,Part,heavy,serial,9.00,CNY\n`;
const SOUND_PARTS = `${HEAD.trim()},价格生效日
CH-04465-02250,前制动片组,"Brake pad set, front",safety,serial,468.00,CNY,${new Date().getUTCFullYear() + 2}-01-01
CH-NEW-00001,雨刮片,Wiper blade,wear,lot,58.00,CNY,
`;

const MAKER: readonly PageToSee[] = [
  { name: 'maker-parts', as: 'maker', at: '/maker' },
  { name: 'maker-parts-none', as: 'maker', at: '/maker?query=nothing-like-it' },
  { name: 'maker-part', as: 'maker', at: '/maker/parts/CH-04465-02250' },
  { name: 'maker-part-new', as: 'maker', at: '/maker/new' },
  { name: 'maker-import', as: 'maker', at: '/maker/import' },
  { name: 'maker-import-wrong', as: 'maker', at: '/maker/import', act: sent(FAULTY_PARTS, 'button[value=check]') },
  { name: 'maker-import-right', as: 'maker', at: '/maker/import', act: sent(SOUND_PARTS, 'button[value=check]') },
  { name: 'maker-keys', as: 'maker', at: '/maker/keys' },
  { name: 'maker-key-rotation', as: 'maker', at: '/maker/keys/rotation' },
  { name: 'maker-key-revocation', as: 'maker', at: '/maker/keys', follow: ['main a[href$="/revocation"]'] },
  {
    name: 'maker-key-consequences',
    as: 'maker',
    at: '/maker/keys',
    follow: ['main a[href$="/revocation"]'],
    act: cutOff,
  },
];

const ADMIN: readonly PageToSee[] = [
  { name: 'admin-organisations', as: 'admin', at: '/admin' },
  { name: 'admin-people', as: 'admin', at: '/admin/people?organisation=WS-HZ-01' },
  { name: 'admin-person', as: 'admin', at: '/admin/people?organisation=WS-HZ-01', follow: ['main h2 a'] },
  { name: 'admin-api-key-once', as: 'admin', at: '/admin/api-keys', act: newKey },
  { name: 'admin-api-keys', as: 'admin', at: '/admin/api-keys' },
  { name: 'admin-audit', as: 'admin', at: '/admin/audit' },
];

/** Every page, a line each. States that take a story to come about are looked at by the tests that tell it. */
export const PAGES: readonly PageToSee[] = [...OWNER, ...STAFF, ...WORKSHOP, ...WAREHOUSE, ...DESK, ...MAKER, ...ADMIN];

/** What the README and the documents show; kept in docs/pictures. */
export const PICTURES: readonly { readonly name: string; readonly language: 'zh' | 'en'; readonly width: number }[] = [
  { name: 'owner-invoice', language: 'en', width: 1440 },
  { name: 'workshop-good', language: 'en', width: 360 },
  { name: 'workshop-suspect', language: 'en', width: 360 },
  { name: 'warehouse-labels', language: 'en', width: 1440 },
  { name: 'desk-unit', language: 'en', width: 1440 },
];
