import { createHash } from 'node:crypto';
import { startApp } from './support/app.ts';
import { HOSTILE, OwnerWorld, PERSONAL } from './support/owner-world.ts';

let owners: OwnerWorld;
beforeAll(async () => (owners = await OwnerWorld.start()));
afterAll(() => owners.close());

/** What a reader sees of a page, without markup. */
const textOf = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

const send = (token: string, form: object, query = '') =>
  owners.world.app.request
    .post(`/i/${token}/answers${query}`)
    .set('Accept', 'text/html')
    .set('Content-Type', 'application/x-www-form-urlencoded')
    .send(new URLSearchParams({ ...form }).toString());

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(['honest', 'swapped', 'changed', 'recalled', 'superseded'] as const)(
    'the %s invoice is small, has no script, and is nobody’s',
    async (name) => {
      const page = await owners.page(`/i/${owners.invoices[name]}`, language);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
      expect(Buffer.byteLength(page.text)).toBeLessThanOrEqual(15_000);
      expect(page.text).not.toMatch(/<script|javascript:|\son\w+=/i);
      for (const secret of PERSONAL) expect(page.text).not.toContain(secret);
      expect(page.text).not.toMatch(/genuine|正品|真品/i);
    },
  );

  test('the style stands in the page, and the policy lets in that style and nothing else', async () => {
    const page = await owners.page(`/i/${owners.invoices.honest}`, language);
    const style = /<style>(.*)<\/style>/s.exec(page.text)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.headers['content-security-policy']).toBe(
      `default-src 'none';style-src 'sha256-${hash}';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'`,
    );
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });
});

test('an honest invoice: the verdict in words, three claims apart, each line from request to bill, labour apart', async () => {
  const text = textOf((await owners.page(`/i/${owners.invoices.honest}`, 'zh')).text);
  for (const words of [
    '杭州西湖汽车维修 结算单 INV-241102',
    '账单与记录相符',
    '编码由厂家签发 2 / 2 件',
    '记录一致 2 / 2 项',
    '在车旁核对过 2 / 2 件',
    '1. 前制动片组 ¥428.00 一致 原厂件 汽车厂家提供的零件',
    '申请 1 件 您同意 1 件 2026年11月23日，当面，单价不超过 ¥650.00',
    '装车 1 件 2026年11月23日，前轴，核对过车架号',
    '收费单价 ¥428.00 厂家指导价 ¥428.00 与厂家指导价相同',
    '收费单价 ¥40.00 厂家指导价 ¥42.00 比厂家指导价低 ¥2.00（4.8%）',
    '旧件 已交还给您',
    '旧件 您表示不要，由维修店处理',
    '来路 2026年11月23日 厂家签发编码 → 贴码入库 → 发出 → 维修店收货 → 装车',
    '零件质保 到 2028年11月23日 或里程 81,010公里，先到为准，还剩 731 天',
    '材料费 ¥468.00 工时费 ¥240.00 更换前制动片 1.2 小时 ¥180.00',
    '合计 ¥708.00',
    '从交车起 10 天或 2,000公里',
    '到 2026年12月3日 或里程 33,010公里，先到为准，还剩 10 天',
  ]) {
    expect(text).toContain(words);
  }
});

test('the same in English', async () => {
  const text = textOf((await owners.page(`/i/${owners.invoices.honest}`, 'en')).text);
  for (const words of [
    'Xihu Auto Repair, Hangzhou Bill INV-241102',
    'This bill matches the records',
    'Codes issued by the maker 2 of 2 parts',
    '1. Brake pad set, front ¥428.00 Agrees Original part supplied by the maker of the car',
    'Approved 1 Nov 23, 2026, in person, at most ¥650.00 each',
    '¥2.00 (4.8%) below the list price',
    'Its way here Nov 23, 2026 code issued by the maker → labelled and put into stock → sent → received by the workshop → fitted',
    'Warranty Until Nov 23, 2028 or 81,010 km on the odometer, whichever comes first, 731 days left',
    'Total ¥708.00',
  ]) {
    expect(text).toContain(words);
  }
});

test('a swapped part: what differs, what the workshop says, the fitting undone; and markup stays text', async () => {
  const { text: html } = await owners.page(`/i/${owners.invoices.swapped}`, 'en');
  const text = textOf(html);
  for (const words of [
    'The workshop has something to explain',
    'The records agree 0 of 1 line',
    'The repair order names part CH-43512-0E040; part CH-48510-09M50 was scanned.',
    `The workshop says 车主同意改装 ${HOSTILE}`,
    '¥48.00 (9.4%) above the list price',
    'undone by the workshop',
    '装错了一件',
  ]) {
    expect(text).toContain(words);
  }
  // One word of the workshop answers three findings: it is told once.
  expect(text.split('The workshop says 车主同意改装')).toHaveLength(2);
});

test('a bill that was changed, a recall, and a newer part number are told in words', async () => {
  const changed = textOf((await owners.page(`/i/${owners.invoices.changed}`, 'en')).text);
  expect(changed).toContain('This bill was changed after it was issued');
  expect(changed.split('Version 1 of')).toHaveLength(2);
  expect(changed).toMatch(/Version 1 of Nov 23, 2026, 10:00 AM, total ¥428\.00/);
  const recalled = textOf((await owners.page(`/i/${owners.invoices.recalled}`, 'zh')).text);
  expect(recalled).toContain('召回 S2026-1：电池极柱松动');
  const superseded = textOf((await owners.page(`/i/${owners.invoices.superseded}`, 'zh')).text);
  expect(superseded).toContain('厂家已用 CH-04465-02250 替代 CH-04465-02240，零件号不同是正常的。');
  expect(superseded).toContain('质保承担，不向您收费');
  expect(superseded).toContain('三包 家用汽车在三包有效期内（24 个月），达到以下任一次数');
  expect(superseded).toContain('累计修理 1 / 30 天');
});

test('the link works in any letter case, and HEAD answers like GET', async () => {
  const { honest } = owners.invoices;
  const pages = await Promise.all([`/I/${honest}`, `/i/${honest.toLowerCase()}`].map((path) => owners.page(path)));
  expect(pages.map((page) => page.status)).toEqual([200, 200]);
  expect(textOf(pages[0]!.text)).toContain('INV-241102');
  const head = await owners.world.app.request.head(`/i/${honest}`).set('Accept', 'text/html');
  expect(head.status).toBe(200);
  expect(head.text).toBeUndefined();
});

test.each([
  { wanted: undefined, query: '', lang: 'zh-CN' },
  { wanted: 'fr, en;q=0.5', query: '', lang: 'en' },
  { wanted: 'de', query: '', lang: 'zh-CN' },
  { wanted: 'zh-CN', query: '?lang=en', lang: 'en' },
  { wanted: 'en', query: '?lang=zh-CN', lang: 'zh-CN' },
  { wanted: 'en', query: '?lang=xx', lang: 'en' },
])('Accept-Language $wanted with $query reads $lang', async ({ wanted, query, lang }) => {
  const asked = owners.world.app.request.get(`/i/${owners.invoices.honest}${query}`).set('Accept', 'text/html');
  const page = await (wanted === undefined ? asked : asked.set('Accept-Language', wanted));
  expect(page.text).toContain(`<html lang="${lang}">`);
  const other = lang === 'en' ? 'zh' : 'en';
  expect(page.text).toContain(`<a href="/i/${owners.invoices.honest}?lang=${other}"`);
});

test('what a messenger adds to a link that is passed on does no harm', async () => {
  const page = await owners.page(`/i/${owners.invoices.honest}?from=singlemessage&isappinstalled=0`);
  expect(page.status).toBe(200);
});

describe('the owner answers by plain forms', () => {
  test('a dispute: two taps to a case number and a due time, which the page then shows', async () => {
    const { swapped } = owners.invoices;
    const bill = await owners.page(`/i/${swapped}?lang=en`);
    expect(bill.text).toContain(`href="/i/${swapped}/lines/1?lang=en"`);
    const ask = await owners.page(`/i/${swapped}/lines/1?lang=en`);
    expect(ask.text).toContain(`<form method="post" action="/i/${swapped}/answers?lang=en">`);
    expect(ask.text).toContain('<button name="reason" value="old_part_not_shown">I never saw the old part</button>');

    const sent = await send(
      swapped,
      { kind: 'dispute', line: '1', reason: 'old_part_not_shown', text: '' },
      '?lang=en',
    );
    expect(sent.status).toBe(303);
    const [, number] = /^\/i\/\w+\?lang=en&done=(C-2026-\d{6})$/.exec(sent.headers['location'] as string)!;
    const page = await owners.page(sent.headers['location'] as string);
    expect(page.text).toMatch(/<div class="notice with good" role="status">/);
    expect(textOf(page.text)).toContain(`Received: case ${number} The workshop must answer by Nov 26, 2026`);

    const again = await send(swapped, { kind: 'dispute', line: '1', reason: 'old_part_not_shown', text: HOSTILE });
    expect(again.headers['location']).toBe(`/i/${swapped}?done=${number}`);
    await owners.world.hz1.advisor.does(`/api/cases/${number}/entries`, { kind: 'answer', text: '旧件照片已补发' });
    const answered = textOf((await owners.page(`/i/${swapped}`)).text);
    expect(answered).toMatch(new RegExp(`${number} · 第 1 项 没有给我看旧件 .* 提出`));
    expect(answered).toContain(`您 ${HOSTILE}`);
    expect(answered).toContain('维修店 旧件照片已补发');
    expect(answered).not.toContain('已收到');
  });

  test('a confirmation is kept and shown, and leaves the way to object open', async () => {
    const { honest } = owners.invoices;
    const sent = await send(honest, { kind: 'confirm' });
    expect(sent).toMatchObject({ status: 303, headers: { location: `/i/${honest}?done=confirm` } });
    const page = await owners.page(`/i/${honest}?done=confirm`);
    expect(textOf(page.text)).toContain('您已确认这张账单');
    expect(page.text).not.toContain('value="confirm"');
    expect(page.text).toContain('账单有问题');
  });

  test('two questions about the service, once, and what was said stays on the bill', async () => {
    const { superseded } = owners.invoices;
    const bill = await owners.page(`/i/${superseded}?lang=en`);
    expect(bill.text).toContain(`href="/i/${superseded}/satisfaction?lang=en"`);
    const ask = await owners.page(`/i/${superseded}/satisfaction?lang=en`);
    expect(ask.text).toContain(
      `<form class="card stack" method="post" action="/i/${superseded}/satisfaction?lang=en">`,
    );
    const rate = (said: object) =>
      owners.world.app.request
        .post(`/i/${superseded}/satisfaction?lang=en`)
        .set('Accept', 'text/html')
        .set('Content-Type', 'application/x-www-form-urlencoded')
        .send(new URLSearchParams({ ...said }).toString());
    const sent = await rate({ expected: '5', received: '4' });
    expect(sent).toMatchObject({ status: 303, headers: { location: `/i/${superseded}?lang=en&done=satisfaction` } });
    const page = textOf((await owners.page(`/i/${superseded}?lang=en&done=satisfaction`)).text);
    expect(page).toContain('Thank you, that is recorded You expected 5 and received 4 of 5: satisfaction 80%.');
    const again = await rate({ expected: '5', received: '5' });
    expect(again.status).toBe(409);
    expect(textOf(again.text)).toContain('You have rated this service already.');
    expect((await rate({ expected: '9', received: 'x' })).status).toBe(400);
  });

  test('nobody is told of an answer that was not given', async () => {
    for (const done of ['confirm', 'satisfaction', 'C-2026-999999', '%3Cb%3E']) {
      const page = await owners.page(`/i/${owners.invoices.recalled}?done=${done}`);
      expect(page.text).not.toContain('role="status"');
    }
  });

  test.each([
    { name: 'no reason', form: { kind: 'dispute' }, status: 400 },
    { name: 'a reason that is none', form: { kind: 'dispute', reason: 'envy' }, status: 400 },
    { name: 'a line that is no number', form: { kind: 'dispute', reason: 'price', line: 'x' }, status: 400 },
    { name: 'a line that is not billed', form: { kind: 'dispute', reason: 'price', line: '9' }, status: 400 },
    { name: 'another field', form: { kind: 'confirm', admin: '1' }, status: 400 },
  ])('$name is refused on a page', async ({ form, status }) => {
    const refused = await send(owners.invoices.recalled, form);
    expect(refused.status).toBe(status);
    expect(refused.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(textOf(refused.text)).toContain('没有完成');
  });

  test('JSON and files are not what a form sends', async () => {
    const json = await owners.world.app.request.post(`/i/${owners.invoices.honest}/answers`).send({ kind: 'confirm' });
    expect(json.status).toBe(415);
  });
});

describe('a code entered by hand', () => {
  const enter = (code: string, query = '') =>
    owners.world.app.request
      .post(`/check${query}`)
      .set('Accept', 'text/html')
      .set('Content-Type', 'application/x-www-form-urlencoded')
      .send(new URLSearchParams({ code }).toString());
  const serial = () => /21\/(\w{12})/.exec(owners.labels.fitted)![1]!;

  test('the form, in both languages', async () => {
    expect(textOf((await owners.page('/check', 'en')).text)).toContain('Enter a code');
    expect(textOf((await owners.page('/check', 'zh')).text)).toContain('输入编码查验');
  });

  test('a serial in groups and small letters, with blanks around it', async () => {
    const page = await enter(
      `  ${serial()
        .toLowerCase()
        .replaceAll(/.{4}(?=.)/g, '$& ')}\n`,
      '?lang=en',
    );
    expect(page.status).toBe(200);
    const text = textOf(page.text);
    expect(text).toContain('Matches the maker’s records');
    expect(text).toContain('Unknown. A typed number carries no signature');
    expect(text).toContain(`Part number CH-04465-02250 Serial ${serial().replaceAll(/.{4}(?=.)/g, '$& ')}`);
    // The answer to a form has no address of its own: the switch leads to the unit's.
    expect(page.text).toMatch(new RegExp(`href="/01/09521234100003/21/${serial()}\\?lang=zh"`));
  });

  test('a whole label, an unknown serial, and nonsense', async () => {
    expect(textOf((await enter(owners.labels.fitted)).text)).toContain('是。编码上的签名是厂家的。');
    expect(textOf((await enter(owners.labels.unknown)).text)).toContain('厂家记录里没有');
    const nonsense = textOf((await enter(HOSTILE)).text);
    expect(nonsense).toContain('没有读清，请再试一次');
    expect(nonsense).not.toContain('script');
  });

  test('nothing entered', async () => expect((await enter(' ')).status).toBe(400));
});

describe('problems are pages', () => {
  test.each([
    {
      name: 'a link of nobody',
      path: '/i/00000000000000000000',
      status: 404,
      zh: '没有找到这张结算单',
      en: 'No invoice',
    },
    { name: 'a link that cannot be one', path: '/i/x', status: 404, zh: '没有找到这张结算单', en: 'No invoice' },
    { name: 'an address of nothing', path: '/nowhere', status: 404, zh: '没有找到', en: 'Not found' },
  ])('$name', async ({ path, status, zh, en }) => {
    for (const [language, words] of [['zh', zh] as const, ['en', en] as const]) {
      const page = await owners.page(path, language);
      expect(page.status).toBe(status);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(textOf(page.text)).toContain(words);
    }
  });

  test('programs get a problem document, and the API never anything else', async () => {
    const { request } = owners.world.app;
    const program = await request.get('/i/x');
    expect(program.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const api = await request.get('/api/public/invoices/x').set('Accept', 'text/html');
    expect(api.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('whoever tries too many links is told how long to wait', async () => {
    const app = await startApp({ environment: { THROTTLE_PUBLIC_CHECKS: '1' } });
    try {
      const tries = ['/i/00000000000000000000', '/01/09521234100003/21/ZZZZZZZZZZZZ'];
      const [first, second] = [
        await app.request.get(tries[0]!).set('Accept', 'text/html'),
        await app.request.get(tries[1]!).set('Accept', 'text/html').set('Accept-Language', 'en'),
      ];
      expect([first.status, second.status]).toEqual([404, 429]);
      expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
      expect(textOf(second.text)).toMatch(/Please wait a moment.*Try again in \d+ seconds\./);
    } finally {
      await app.close();
    }
  });
});

test('the bill counts checks as the page of the code does: a source once a day', async () => {
  const { pathname, search } = new URL(owners.labels.recalled);
  const told = async (words: RegExp, path: string) => words.exec(textOf((await owners.page(path, 'en')).text))?.[0];
  await owners.page(pathname + search);
  await owners.page(pathname + search);
  const bill = `/i/${owners.invoices.recalled}`;
  expect(await told(/looked up once, first on Nov 23/, bill)).toBeDefined();
  owners.world.app.clock.advance(86_400_000);
  expect(await told(/looked up 2 times, first on Nov 23/, pathname + search)).toBeDefined();
  expect(await told(/looked up 2 times, first on Nov 23/, bill)).toBeDefined();
});

test('no token, serial or answer of an owner is in the log', () => {
  const logged = owners.world.app.logged.join('\n');
  expect(logged).toContain('/i/:token');
  const serial = /21\/(\w{12})/.exec(owners.labels.fitted)![1]!;
  for (const secret of [...Object.values(owners.invoices), serial, '没有给我看', ...PERSONAL])
    expect(logged).not.toContain(secret);
});
