import { readCells, type Cells } from './catalogue-row.ts';
import { COLUMNS, columnOf, type ColumnName } from './catalogue-columns.ts';

const PREFIX = '9521234';
const SOUND: Cells = {
  partNumber: 'CH-04465-02250',
  nameZh: '前制动片组',
  nameEn: 'Brake pad set, front',
  class: 'safety',
  tracking: 'serial',
  listPrice: '428.00',
  currency: 'CNY',
  gtin: '09521234100003',
};

function read(column: ColumnName, cell: string) {
  const reading = readCells({ ...SOUND, [column]: cell }, PREFIX);
  return 'said' in reading ? reading.said[column] : reading.faults.map((one) => `${one.column} ${one.fault.code}`);
}

describe('understood', () => {
  test.each<[column: ColumnName, name: string, cell: string, value: unknown]>([
    ['partNumber', 'lower case', 'ch-87139-0e040', 'CH-87139-0E040'],
    ['partNumber', 'stray and ideographic spaces', ' CH-90915-YZZD4\u3000', 'CH-90915-YZZD4'],
    ['nameZh', 'full-width brackets stay', '前制动片组（旧号） ', '前制动片组（旧号）'],
    ['nameEn', 'an apostrophe that forces text', "'Brake pad", 'Brake pad'],
    ['class', 'in Chinese', '安全件', 'safety'],
    ['class', 'in other letters', 'ＳＡＦＥＴＹ', 'safety'],
    ['tracking', 'in Chinese', '按批', 'lot'],
    ['tracking', '无 is a word here, and not a blank', '无', 'none'],
    ['suppliedAs', 'in Chinese', '再制造件', 'remanufactured'],
    ['suppliedAs', 'blank: as most parts are', ' ', 'original'],
    ['listPrice', 'full-width digits', '５１２．００', '512.00'],
    ['listPrice', 'a thousands comma', '2,380.00', '2380.00'],
    ['listPrice', 'full-width thousands comma', '２，３８０', '2380.00'],
    ['listPrice', 'a currency sign', '￥428', '428.00'],
    ['listPrice', 'a currency word', '428元', '428.00'],
    ['listPrice', 'one decimal', '428.5', '428.50'],
    ['listPrice', 'zeros behind', '428.5000', '428.50'],
    ['listPrice', 'zeros in front', '000000000000428', '428.00'],
    ['listPrice', 'the most', '9,999,999,999.99', '9999999999.99'],
    ['currency', 'lower case', 'cny', 'CNY'],
    ['currency', 'in Chinese', '人民币', 'CNY'],
    ['priceValidFrom', 'as ISO writes it', '2027-01-01', '2027-01-01'],
    ['priceValidFrom', 'as spreadsheets write it', '2027/1/10 0:00', '2027-01-10'],
    ['priceValidFrom', 'with points', '2027.01.10', '2027-01-10'],
    ['priceValidFrom', 'in Chinese, full width', '２０２７年１月１０日', '2027-01-10'],
    ['priceValidFrom', 'in eight digits', '20270110', '2027-01-10'],
    ['priceValidFrom', 'blank', ' ', null],
    ['gtin', 'without its leading zero', '9521234100003', '09521234100003'],
    ['gtin', 'forced to text', '="09521234100003"', '09521234100003'],
    ['gtin', 'in groups', '0 952123 410000 3', '09521234100003'],
    ['gtin', 'as a float', '9521234100003.0', '09521234100003'],
    ['gtin', 'blank', ' ', null],
    ['gtin', 'a dash for none', '-', null],
    ['supersedes', 'one', 'ch-04465-02240', ['CH-04465-02240']],
    ['supersedes', 'several', 'CH-1；CH-2、CH-2', ['CH-1', 'CH-2']],
    ['supersedes', '无 for none', '无', []],
    ['models', 'by semicolon', 'E300;E350', ['E300', 'E350']],
    ['models', 'by Chinese signs, with spaces within', 'Model 3、 Model Y，', ['Model 3', 'Model Y']],
    ['models', 'blank', '', []],
    ['quantityPerVehicle', 'full width', '４', 4],
    ['warrantyKm', 'a thousands comma', '50,000', 50_000],
    ['warrantyMonths', 'as a float', '24.0', 24],
    ['warrantyMonths', 'blank', '', null],
    ['shelfLifeDays', 'plain', '730', 730],
    ['isActive', 'in Chinese', '停产', false],
    ['isActive', 'blank', '', true],
  ])('%s: %s', (column, _name, cell, value) => expect(read(column, cell)).toEqual(value));
});

describe('a true error', () => {
  test.each<[column: ColumnName, name: string, cell: string, code: string]>([
    ['partNumber', 'missing', '', 'MISSING'],
    ['partNumber', 'nothing but space', '\u3000\u200b', 'MISSING'],
    ['partNumber', 'with other signs', 'CH_04465', 'PART_NUMBER_MALFORMED'],
    ['partNumber', 'in scientific notation', '4.47E+14', 'PART_NUMBER_MALFORMED'],
    ['nameZh', 'missing', '', 'MISSING'],
    ['nameZh', 'with lost signs', '前\ufffd\ufffd片组', 'TEXT_UNREADABLE'],
    ['nameEn', 'with a control character', 'Brake\u0007pad', 'TEXT_UNREADABLE'],
    ['nameEn', 'longer than a name', 'x'.repeat(201), 'TEXT_TOO_LONG'],
    ['class', 'unknown', 'brakes', 'WORD_UNKNOWN'],
    ['suppliedAs', 'a category that no maker sells', '回用件', 'WORD_UNKNOWN'],
    ['class', 'the name of something every object has', 'constructor', 'WORD_UNKNOWN'],
    ['tracking', 'missing', '', 'MISSING'],
    ['listPrice', 'missing', '', 'MISSING'],
    ['listPrice', 'negative', '-620', 'PRICE_NEGATIVE'],
    ['listPrice', 'negative with a typographic minus', '\u2212620', 'PRICE_NEGATIVE'],
    ['listPrice', 'negative as accountants write it', '(620.00)', 'PRICE_NEGATIVE'],
    ['listPrice', 'zero', '0.00', 'PRICE_ZERO'],
    ['listPrice', 'in words', '面议', 'NUMBER_MALFORMED'],
    ['listPrice', 'a decimal comma could be a thousands one', '2,38', 'NUMBER_MALFORMED'],
    ['listPrice', 'in scientific notation', '1.2E+05', 'NUMBER_RUINED'],
    ['listPrice', 'finer than money', '428.005', 'PRICE_TOO_FINE'],
    ['listPrice', 'more than can be held', '10000000000', 'PRICE_TOO_HIGH'],
    ['currency', 'no such', 'XYZ', 'CURRENCY_UNKNOWN'],
    ['priceValidFrom', 'nobody knows which is the month', '1/2/2027', 'DAY_MALFORMED'],
    ['priceValidFrom', 'of no calendar', '2027-02-29', 'DAY_MALFORMED'],
    ['priceValidFrom', 'as a spreadsheet counts days', '46388', 'DAY_MALFORMED'],
    ['priceValidFrom', 'in words', '明年起', 'DAY_MALFORMED'],
    ['gtin', 'ruined by the spreadsheet', '9.52123E+12', 'NUMBER_RUINED'],
    ['gtin', 'a wrong check digit', '09521234100080', 'GTIN_CHECK_DIGIT'],
    ['gtin', "another maker's", '09506000134352', 'GTIN_FOREIGN'],
    ['gtin', 'too short', '95212341', 'GTIN_MALFORMED'],
    ['gtin', 'letters', 'O9521234100003', 'GTIN_MALFORMED'],
    ['supersedes', 'not a part number', 'CH-1;前', 'PART_NUMBER_MALFORMED'],
    ['models', 'with lost signs', 'E300;\ufffd', 'TEXT_UNREADABLE'],
    ['models', 'a novel', 'x'.repeat(61), 'TEXT_TOO_LONG'],
    ['models', 'too many', Array.from({ length: 101 }, (_, i) => `M${i}`).join(';'), 'TOO_MANY_MODELS'],
    ['quantityPerVehicle', 'none', '0', 'NUMBER_TOO_SMALL'],
    ['quantityPerVehicle', 'a half', '0.5', 'NUMBER_NOT_WHOLE'],
    ['warrantyMonths', 'negative', '-24', 'NUMBER_TOO_SMALL'],
    ['warrantyKm', 'beyond everything', '2147483648', 'NUMBER_TOO_LARGE'],
    ['warrantyKm', 'in words', '五万', 'NUMBER_MALFORMED'],
    ['isActive', 'undecided', 'perhaps', 'WORD_UNKNOWN'],
  ])('%s: %s', (column, _name, cell, code) => expect(read(column, cell)).toEqual([`${column} ${code}`]));

  test('every one of a row is told at once, in both languages', () => {
    const reading = readCells({ ...SOUND, listPrice: '-620', gtin: '9.52123E+12' }, PREFIX);
    expect(reading).toEqual({
      faults: [
        expect.objectContaining({ column: 'listPrice', value: '-620' }) as unknown,
        expect.objectContaining({ column: 'gtin', value: '9.52123E+12' }) as unknown,
      ],
    });
    for (const { fault } of 'faults' in reading ? reading.faults : []) {
      expect(fault.words.zh).toMatch(/\p{Script=Han}/u);
      expect(fault.words.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('a long value is not said back in full', () => {
    const reading = readCells({ ...SOUND, class: 'x'.repeat(10_000) }, PREFIX);
    expect('faults' in reading && reading.faults[0]!.value).toHaveLength(81);
  });
});

test('an optional column that is not there says nothing', () => {
  expect(readCells(SOUND, PREFIX)).toEqual({ said: SOUND });
});

test.each([
  ['零件号', 'partNumber'],
  [' Part No. ', 'partNumber'],
  ['part_number', 'partNumber'],
  ['ＧＴＩＮ', 'gtin'],
  ['建议零售价（元）', 'listPrice'],
  ['单车 用量', 'quantityPerVehicle'],
  ['价格生效日', 'priceValidFrom'],
  ['Price valid from', 'priceValidFrom'],
  ['备注', undefined],
  ['配件性质', 'suppliedAs'],
  // In the files that makers have, both are the class.
  ['类别', 'class'],
  ['category', 'class'],
  ['', undefined],
])('the heading %s means %s', (heading, column) => expect(columnOf(heading)?.name).toBe(column));

test('no heading means two columns', () => {
  const meanings = COLUMNS.flatMap((column) => column.alsoKnownAs.filter((heading) => columnOf(heading) !== column));
  expect(meanings.filter((heading) => heading !== '')).toEqual([]);
});
