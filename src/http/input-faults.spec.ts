import 'reflect-metadata';
import type { ArgumentMetadata } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import type { InputFault, Refusal } from '../kernel/refusal.ts';
import { InputPipe } from './validation.pipe.ts';

class LineDto {
  @IsInt()
  @Min(1)
  @Max(9)
  quantity: number;
}

class OrderDto {
  @IsString()
  @Length(2, 5)
  code: string;

  @IsIn(['approved', 'refused'])
  status: string;

  @IsOptional()
  @IsString()
  ownerPhone?: string;

  @IsOptional()
  @ValidateBy({ name: 'isOdd', validator: { validate: () => false } }, { context: { zh: '奇数', en: 'an odd number' } })
  odd?: number;

  @IsOptional()
  @IsInt()
  page: number = 1;

  @ValidateNested({ each: true })
  @ArrayMaxSize(2)
  @Type(() => LineDto)
  lines: LineDto[];

  @IsOptional()
  @ValidateNested()
  @Type(() => LineDto)
  first?: LineDto;
}

const pipe = new InputPipe();
const metadata: ArgumentMetadata = { type: 'body', metatype: OrderDto };
const GOOD = { code: 'abc', status: 'approved', lines: [{ quantity: 1 }] };

async function faults(body: unknown): Promise<readonly InputFault[]> {
  return pipe.transform(body, metadata).then(
    () => [],
    (refusal: Refusal) => refusal.errors,
  );
}

test.each([
  { name: 'a kind', body: { ...GOOD, code: 5 }, path: 'code', en: 'expected text; found 5', zh: '应为：文本；实为：5' },
  {
    name: 'a length',
    body: { ...GOOD, code: 'a' },
    path: 'code',
    en: 'expected 2 to 5 characters; found "a"',
    zh: '应为：2 至 5 个字符；实为："a"',
  },
  {
    name: 'a choice',
    body: { ...GOOD, status: 'x' },
    path: 'status',
    en: 'expected one of approved, refused; found "x"',
    zh: '应为：以下之一：approved, refused；实为："x"',
  },
  {
    name: 'nothing',
    body: { ...GOOD, status: undefined },
    path: 'status',
    en: 'expected one of approved, refused; found nothing',
    zh: '应为：以下之一：approved, refused；实为：没有值',
  },
  {
    name: 'a place in a list',
    body: { ...GOOD, lines: [{ quantity: 1 }, { quantity: 0 }] },
    path: 'lines[1].quantity',
    en: 'expected 1 or more; found 0',
    zh: '应为：不小于 1；实为：0',
  },
  {
    name: 'the length of a list',
    body: { ...GOOD, lines: [1, 2, 3].map((quantity) => ({ quantity })) },
    path: 'lines',
    en: 'expected at most 2 items; found a list of 3',
    zh: '应为：至多 2 项；实为：含 3 项的列表',
  },
  {
    name: 'a list for an object',
    body: { ...GOOD, lines: [[]] },
    path: 'lines[0]',
    en: 'expected an object; found a list of 0',
    zh: '应为：对象；实为：含 0 项的列表',
  },
  {
    name: 'a text for an object',
    body: { ...GOOD, lines: ['x'] },
    path: 'lines[0]',
    en: 'expected an object; found "x"',
    zh: '应为：对象；实为："x"',
  },
  {
    name: 'null for an object',
    body: { ...GOOD, lines: [null] },
    path: 'lines[0]',
    en: 'expected an object; found null',
    zh: '应为：对象；实为：null',
  },
  {
    name: 'an object for a list',
    body: { ...GOOD, lines: { quantity: 1 } },
    path: 'lines',
    en: 'expected a list; found an object',
    zh: '应为：列表；实为：对象',
  },
  {
    name: 'an empty list for one object',
    body: { ...GOOD, first: [] },
    path: 'first',
    en: 'expected an object; found a list of 0',
    zh: '应为：对象；实为：含 0 项的列表',
  },
  {
    name: 'a list for the whole',
    body: [null],
    path: '',
    en: 'expected an object; found a list of 1',
    zh: '应为：对象；实为：含 1 项的列表',
  },
  {
    name: 'what nobody asked for',
    body: { ...GOOD, colour: 1 },
    path: 'colour',
    en: 'no such field',
    zh: '没有此字段',
  },
  {
    name: 'what a person owns',
    body: { ...GOOD, ownerPhone: 13800000000 },
    path: 'ownerPhone',
    en: 'expected text; found a value that is not repeated here',
    zh: '应为：文本；实为：不在此显示的值',
  },
  {
    name: 'a long text',
    body: { ...GOOD, status: '真'.repeat(500) },
    path: 'status',
    en: `expected one of approved, refused; found "${'真'.repeat(40)}…"`,
    zh: `应为：以下之一：approved, refused；实为："${'真'.repeat(40)}…"`,
  },
  {
    name: 'a validator of ours',
    body: { ...GOOD, odd: 2 },
    path: 'odd',
    en: 'expected an odd number; found 2',
    zh: '应为：奇数；实为：2',
  },
])('$name is told in both languages', async ({ body, path, en, zh }) => {
  expect(await faults(body)).toEqual([{ path, message: en, words: { zh, en } }]);
});

test.each([null, 5, 'text', true, [], {}])('%j instead of a body is told, not thrown', async (body) => {
  expect((await faults(body)).length).toBeGreaterThan(0);
});

test('a body full of faults does not make an endless answer', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 1]));
  expect(await faults({ ...GOOD, ...many })).toHaveLength(100);
});

test('null is the same as absent: defaults stand, and what is wanted is missing', async () => {
  expect(await pipe.transform({ ...GOOD, odd: null, page: null }, metadata)).toEqual({ ...GOOD, page: 1 });
  expect(await faults({ ...GOOD, code: null })).toEqual([
    expect.objectContaining({ path: 'code', message: 'expected text; found nothing' }),
  ]);
});

test('what is right has no faults', async () => expect(await faults(GOOD)).toEqual([]));
