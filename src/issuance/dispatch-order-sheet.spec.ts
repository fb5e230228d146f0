import { readCsv } from '../catalogue/catalogue-csv.ts';
import { columnOfOrder } from './dispatch-order-columns.ts';
import { type OrderSheet, readOrderSheet } from './dispatch-order-sheet.ts';

const read = (text: string): OrderSheet => readOrderSheet(readCsv(Buffer.from(text), columnOfOrder));
const LINE = { order: 'DO-1', partNumber: 'CH-04465-02250', quantity: 40, lot: 'L26K01', consignee: 'WS-HZ-01' };
const HEADINGS = 'order,partNumber,quantity,lot,consignee\n';

test.each([
  { name: 'as we would write it', text: `${HEADINGS}DO-1,CH-04465-02250,40,L26K01,WS-HZ-01` },
  { name: 'Chinese headings', text: '发货单号,零件号,数量,批次,收货单位\nDO-1,CH-04465-02250,40,L26K01,WS-HZ-01' },
  { name: 'columns in another order', text: 'qty;lot;part no;ship to;DO\n40;L26K01;CH-04465-02250;WS-HZ-01;DO-1' },
  {
    name: 'columns of no concern',
    text: `order,weight,partNumber,quantity,lot,consignee\nDO-1,3kg,CH-04465-02250,40,L26K01,WS-HZ-01`,
  },
  { name: 'a title above the headings', text: `出库单 2026-11-23\n${HEADINGS}DO-1,CH-04465-02250,40,L26K01,WS-HZ-01` },
  { name: 'full-width and small letters', text: `${HEADINGS}DO-1,ｃｈ－04465－02250,４０件,l26k01,ws-hz-01` },
  { name: 'what spreadsheets do to numbers', text: `${HEADINGS}DO-1,CH-04465-02250,40.00,"=""L26K01""",'WS-HZ-01` },
  { name: 'blank rows and a total', text: `${HEADINGS}\nDO-1,CH-04465-02250,40,L26K01,WS-HZ-01\n,,,,\n合计,,40,,\n` },
])('understood: $name', ({ text }) => {
  const { rows, faults } = read(text);
  expect(faults).toEqual([]);
  expect(rows).toEqual([{ ...LINE, row: expect.any(Number) as number }]);
});

test.each([
  { name: 'no lot and no consignee', cells: ',', is: { lot: null, consignee: null } },
  { name: 'dashes for none', cells: '-,无', is: { lot: null, consignee: null } },
])('understood: $name', ({ cells, is }) => {
  expect(read(`${HEADINGS}DO-1,CH-04465-02250,40,${cells}`).rows[0]).toMatchObject(is);
});

test('a thousand written with a comma', () => {
  expect(read(`${HEADINGS}DO-1,CH-04465-02250,"1,200",L26K01,`).rows[0]?.quantity).toBe(1200);
});

test.each([
  { row: 'x', name: 'cells are missing', faults: ['partNumber MISSING', 'quantity MISSING'] },
  { row: ',CH-04465-02250,1,,', name: 'no order', faults: ['order MISSING'] },
  { row: 'DO-1,刹车片,1,,', name: 'a name for a part number', faults: ['partNumber PART_NUMBER_MALFORMED'] },
  { row: 'DO-1,CH-1,0,,', name: 'nothing ordered', faults: ['quantity QUANTITY_MALFORMED'] },
  { row: 'DO-1,CH-1,-3,,', name: 'less than nothing', faults: ['quantity QUANTITY_MALFORMED'] },
  { row: 'DO-1,CH-1,1.5,,', name: 'half a part', faults: ['quantity QUANTITY_MALFORMED'] },
  { row: 'DO-1,CH-1,1E+3,,', name: 'a number ruined by a spreadsheet', faults: ['quantity QUANTITY_MALFORMED'] },
  { row: 'DO-1,CH-1,1000001,,', name: 'more than a batch holds', faults: ['quantity QUANTITY_MALFORMED'] },
  { row: 'DO-1,CH-1,1,批 1,', name: 'a lot that no label can carry', faults: ['lot LOT_MALFORMED'] },
  { row: 'DO-1,CH-1,1,,杭州一店', name: 'a name for a code', faults: ['consignee CONSIGNEE_UNKNOWN'] },
  { row: 'DO-1,CH-1,1,,,left', name: 'text under no heading', faults: ['null TOO_MANY_CELLS'] },
  { row: ',?,x,?,?', name: 'everything at once', faults: ['order', 'partNumber', 'quantity', 'lot', 'consignee'] },
])('told: $name', ({ row, faults }) => {
  const { rows, faults: found } = read(`${HEADINGS}${row}`);
  expect(rows).toEqual([]);
  expect(found.every((fault) => fault.row === 2 && fault.words.zh !== '' && fault.words.en !== '')).toBe(true);
  found.forEach(({ column, code }, i) => expect(`${column} ${code}`).toContain(faults[i]));
  expect(found).toHaveLength(faults.length);
});

test('a line that stands there twice is told with both rows', () => {
  const line = 'DO-1,CH-04465-02250,40,L26K01,WS-HZ-01\n';
  const { faults } = read(HEADINGS + line + line.replace('WS-HZ-01', 'WS-HZ-02') + line);
  expect(faults).toMatchObject([{ row: 4, column: null, code: 'LINE_TWICE' }]);
  expect(faults[0]?.words.en).toContain('Row 2');
});

test('a column that is not there is told once, and no row besides', () => {
  const { rows, faults } = read('order,quantity,lot\nDO-1,1,\nDO-1,2,');
  expect(rows).toEqual([]);
  expect(faults).toMatchObject([{ row: 1, column: 'partNumber', code: 'COLUMN_MISSING' }]);
});

test('two columns for one thing are told', () => {
  expect(read('order,partNumber,数量,qty\nDO-1,CH-1,1,2').faults).toMatchObject([{ row: 1, code: 'COLUMN_TWICE' }]);
});
