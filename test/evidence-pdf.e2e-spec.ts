import { OwnerWorld, HOSTILE, PERSONAL } from './support/owner-world.ts';
import { printPdf, readCodes, textsOf } from './support/paper.ts';

let owners: OwnerWorld;
beforeAll(async () => (owners = await OwnerWorld.start()));
afterAll(() => owners.close());

const pdfOf = async (token: string, query = ''): Promise<Buffer> => {
  const answer = await fetch(`${owners.world.app.url}/i/${token}/evidence.pdf${query}`);
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status: 200,
    type: 'application/pdf',
  });
  return Buffer.from(await answer.arrayBuffer());
};

/** Without breaks: where a line ends is the paper’s matter. */
const flat = (texts: readonly string[]): string => texts.join('').replaceAll(/\s+/g, '');

const SAID = {
  zh: [
    '账单查验记录',
    '账单与记录相符',
    '维修店杭州西湖汽车维修',
    '结算单INV-241102，第1版',
    '工单RO-241102',
    '编码由厂家签发2/2件',
    '1.前制动片组',
    '原厂件',
    '申请1件',
    '厂家指导价¥42.00，比厂家指导价低¥2.00（4.8%）',
    '来路2026年11月23日厂家签发编码',
    '还剩731天',
    '合计¥708.00',
  ],
  en: [
    'Record of a bill check',
    'This bill matches the records',
    '2 of 2 parts, This speaks of the codes',
    'Total¥708.00',
  ],
} as const;

test.each(['zh', 'en'] as const)(
  'the sheet says what the page says, and its code leads back (%s)',
  async (language) => {
    const { honest } = owners.invoices;
    const pdf = await pdfOf(honest, `?lang=${language}`);
    const text = flat(await textsOf(pdf));
    for (const words of SAID[language]) expect(text).toContain(words.replaceAll(' ', ''));
    const { body } = await owners.world.app.request.get(`/api/public/invoices/${honest}`);
    expect(body.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(text).toContain(body.contentHash);
    expect(text).toContain(owners.world.app.clock.now().toISOString());
    const [first] = await printPdf(pdf, 200);
    // As the workshop’s own system prints it: the installation’s address, whatever port this test reached it by.
    expect(await readCodes(first!)).toEqual([`HTTP://LOCALHOST:3000/I/${honest}`]);
  },
);

test.each(['honest', 'swapped', 'changed', 'recalled', 'superseded'] as const)(
  'the sheet of the %s invoice is nobody’s, and calls nothing genuine',
  async (name) => {
    const text = flat(await textsOf(await pdfOf(owners.invoices[name])));
    for (const secret of PERSONAL) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/genuine|正品|真品/i);
  },
);

test('what differs, what the workshop says, and free text as it is', async () => {
  const text = flat(await textsOf(await pdfOf(owners.invoices.swapped, '?lang=en')));
  for (const words of [
    'The workshop has something to explain',
    'part CH-48510-09M50 was scanned',
    `The workshop says: 车主同意改装 ${HOSTILE}`,
    'undone by the workshop',
  ])
    expect(text).toContain(words.replaceAll(' ', ''));
});

test('answers of the owner, and of the workshop', async () => {
  const { recalled } = owners.invoices;
  const dispute = { kind: 'dispute', line: 1, reason: 'price', text: '比报价贵' };
  const sent = await owners.world.app.request.post(`/api/public/invoices/${recalled}/answers`).send(dispute);
  const { number } = (sent.body as { case: { number: string } }).case;
  await owners.world.hz1.advisor.does(`/api/cases/${number}/entries`, { kind: 'answer', text: '差价已退' });
  const text = flat(await textsOf(await pdfOf(recalled)));
  for (const words of [number, '价格不对', '比报价贵', '差价已退', '召回S2026-1']) expect(text).toContain(words);
});

test.each(['/i/00000000000000000000/evidence.pdf', '/i/x/evidence.pdf'])('%s belongs to nobody', async (path) => {
  expect((await owners.page(path)).status).toBe(404);
});
