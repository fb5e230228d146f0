import { CaseDeadlinesService } from '../src/flags/case-deadlines.service.ts';
import { type Answer, answered, PART } from './support/actors.ts';
import { OwnerWorld } from './support/owner-world.ts';

const DAY = 86_400_000;
let owners: OwnerWorld;
beforeAll(async () => (owners = await OwnerWorld.start()));
afterAll(() => owners.close());

const FORM = 'application/x-www-form-urlencoded';
const submit = (path: string, form: object) =>
  owners.world.app.request
    .post(path)
    .set('Accept', 'text/html')
    .set('Content-Type', FORM)
    .send(new URLSearchParams({ ...form }).toString());

const textOf = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const billOf = async (token: string, more = ''): Promise<string> =>
  textOf((await owners.page(`/i/${token}?lang=en${more}`)).text);

async function dispute(token: string, reason: string): Promise<string> {
  const sent = await submit(`/i/${token}/answers`, { kind: 'dispute', line: '1', reason });
  return /C-2026-\d{6}/.exec(String(sent.headers['location']))![0];
}
const writes = (number: string, kind: string, text: string, by = owners.world.hz1.advisor): Promise<Answer> =>
  by.does(`/api/cases/${number}/entries`, { kind, text });
const reply = (token: string, number: string, form: object) =>
  submit(`/i/${token}/cases/${number}/reply?lang=en`, form);

describe('an answer, and what the owner makes of it', () => {
  test('refused, answered anew, accepted; the workshop reads each', async () => {
    const { swapped } = owners.invoices;
    const number = await dispute(swapped, 'wrong_class');
    expect(await billOf(swapped)).not.toContain('I accept the answer');
    await writes(number, 'answer', 'It is the same class.');
    const page = await billOf(swapped);
    for (const words of ['Answered. Do you accept it?', 'Workshop It is the same class.', 'again within 3 days.'])
      expect(page).toContain(words);
    expect(page).toContain('If it lets that time pass too, the case goes to the maker.');

    const refused = await reply(swapped, number, { isAccepted: 'false', text: 'It is not.' });
    expect(refused).toMatchObject({ status: 303, headers: { location: `/i/${swapped}?lang=en&done=${number}` } });
    expect(await billOf(swapped, `&done=${number}`)).toContain(
      `Recorded: you do not accept the answer to case ${number} The workshop must answer by Nov 26, 2026`,
    );
    expect(answered(await owners.world.hz1.advisor.get(`/api/cases/${number}`))).toMatchObject({
      status: 'open',
      entries: [{ kind: 'answer' }, { kind: 'declined', text: 'It is not.' }],
    });

    await writes(number, 'call_back', 'Rang up and explained.');
    expect(await billOf(swapped, `&done=${number}`)).not.toContain('Recorded:');
    await reply(swapped, number, { isAccepted: 'true', text: ' ' });
    const done = await billOf(swapped, `&done=${number}`);
    expect(done).toContain(`You accepted the answer: case ${number} is closed`);
    expect(done).toContain('Call from the workshop Rang up and explained.');
    expect(answered(await owners.world.hz1.advisor.get(`/api/cases/${number}`))).toMatchObject({ status: 'closed' });
  });

  test('nobody answers: the page says how late it is, and when the maker was told; the maker speaks for itself', async () => {
    const { changed } = owners.invoices;
    const number = await dispute(changed, 'price');
    expect(await billOf(changed)).toMatch(/If nobody has answered by Nov 29, 2026, .*, it is passed on to the maker\./);
    owners.world.app.clock.advance(4 * DAY);
    expect(await billOf(changed)).toContain('1 day late, and not answered');
    owners.world.app.clock.advance(3 * DAY);
    await owners.world.app.app.get(CaseDeadlinesService, { strict: false }).escalateLate();
    expect(await billOf(changed)).toMatch(/Passed on to the maker .* Since Nov 30, 2026, .* the maker may answer you/);
    await writes(number, 'answer', 'We have asked the workshop to repay you.', owners.world.analyst);
    expect(await billOf(changed)).toContain('Maker We have asked the workshop to repay you.');
    const end = { kind: 'resolution', text: 'Repaid.' };
    expect(await owners.world.hz1.supervisor.post(`/api/cases/${number}/entries`, end)).toMatchObject({
      status: 403,
      body: { code: 'NOT_YOURS_TO_CLOSE' },
    });
    await owners.world.analyst.does(`/api/cases/${number}/entries`, end);
    const closed = await billOf(changed);
    expect(closed).toContain('Conclusion Repaid.');
    expect(closed).toContain('If you do not agree with this, you can raise it here anew.');
  });

  test.each([
    { name: 'neither yes nor no', form: { isAccepted: 'perhaps' }, status: 400 },
    { name: 'nothing', form: { text: 'so' }, status: 400 },
    { name: 'a yes before there is an answer', form: { isAccepted: 'true' }, status: 409 },
  ])('$name is refused on a page', async ({ form, status }) => {
    const number = await dispute(owners.invoices.honest, 'other');
    const refused = await reply(owners.invoices.honest, number, form);
    expect(refused.status).toBe(status);
    expect(textOf(refused.text)).toContain('That did not work');
  });
});

describe('what comes to light after the bill', () => {
  test('a copy of the label met elsewhere, and what the maker found out', async () => {
    const { honest } = owners.invoices;
    expect(await billOf(honest)).toContain('This bill matches the records');
    await owners.world.nb1.technician.scans(owners.labels.fitted, 'fit');
    const told = await billOf(honest);
    expect(told).toContain('Something has come to light since this bill of Nov 23, 2026 Line 1: Brake pad set, front');
    expect(told).toContain('Came to light on Nov 30, 2026');
    expect(told).toContain('The part in your car need not be the wrong one');

    const { items } = answered(await owners.world.analyst.get('/api/flags?rule=K05&status=open')) as {
      items: Answer[];
    };
    const outcome = { outcome: 'confirmed', cause: 'counterfeit', note: 'a copy was seized in Ningbo' };
    for (const { id } of items) await owners.world.analyst.does(`/api/flags/${String(id)}/resolution`, outcome);
    const known = await billOf(honest);
    expect(known).toContain('The maker has confirmed that the code was copied');
    expect(known).not.toContain('seized in Ningbo');
  });

  test('a recall is told as a recall, also when its label is scanned in the car', async () => {
    const { superseded } = owners.invoices;
    const title = { zh: '制动片开裂', en: 'Cracking brake pads' };
    await owners.world.analyst.does('/api/recalls', { number: 'S2026-9', partNumber: PART.brakePads, title });
    const bill = await billOf(superseded);
    expect(bill).toContain('Recall S2026-9: Cracking brake pads Announced by the maker on Nov 30, 2026.');
    const [, path] = /href="(\/01\/\w+\/21\/\w+)/.exec((await owners.page(`/i/${superseded}`)).text)!;
    await owners.page(path!);
    const scanned = await billOf(superseded);
    expect(scanned).toContain('This bill matches the records');
    expect(scanned).not.toContain('read somewhere else');
  });
});
