import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../http/words.dto.ts';
import type { Language } from '../kernel/words.ts';
import type { ImportedLine, OrderImport } from './dispatch-import.service.ts';
import type { OrderRowFault } from './dispatch-order-faults.ts';
import { ordersOf } from './dispatch-order-plan.ts';

/** What a person can mend at one sitting; `errorCount` tells how many there are. */
const MOST_SHOWN = 1000;

export class OrderedBatchDto {
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet numbers its rows.' })
  row: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null while nothing is written.' })
  id: string | null;
  @ApiProperty({ example: 'DO-2026-1123' })
  order: string;
  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;
  @ApiProperty({ type: String, nullable: true, example: 'L26K01' })
  lot: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'WS-HZ-01' })
  consignee: string | null;
  @ApiProperty({ type: 'integer', description: 'Labels that are minted now.' })
  quantity: number;

  static of(this: void, { row, batchId, toMint }: ImportedLine): OrderedBatchDto {
    const { order, partNumber, lot, consignee } = row;
    return { row: row.row, id: batchId, order, partNumber, lot, consignee, quantity: toMint };
  }
}

export class OrderErrorDto {
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet numbers its rows.' })
  row: number;
  @ApiProperty({ type: String, nullable: true, example: 'quantity', description: 'Null where the whole row is wrong.' })
  column: string | null;
  @ApiProperty({ example: '0', description: 'As it stands in the file.' })
  value: string;
  @ApiProperty({ example: 'QUANTITY_MALFORMED' })
  code: string;
  @ApiProperty({ description: 'In the language that `Accept-Language` asks for.' })
  message: string;
  @ApiProperty({ type: WordsDto })
  words: WordsDto;

  static of({ row, column, value, code, words }: OrderRowFault, language: Language): OrderErrorDto {
    return { row, column, value, code, words, message: words[language] };
  }
}

export class OrderImportDto {
  @ApiProperty({ type: [String], example: ['DO-2026-1123'] })
  orders: string[];
  @ApiProperty({ type: 'integer', description: 'Batches.' })
  created: number;
  @ApiProperty({ type: 'integer', description: 'Lines that were imported before with another quantity.' })
  amended: number;
  @ApiProperty({ type: 'integer', description: 'Lines that were imported before as they are.' })
  unchanged: number;
  @ApiProperty({ type: 'integer', description: 'Labels that are minted now, of all batches together.' })
  units: number;
  @ApiProperty({ type: [OrderedBatchDto], description: 'One a row, but for rows that need no more labels.' })
  batches: OrderedBatchDto[];
  @ApiProperty({ description: 'False: this is done. True: nothing was written, the numbers tell what would be.' })
  dryRun: boolean;
  @ApiProperty({
    type: [OrderErrorDto],
    description: `With any error nothing is written, and the numbers tell what the sound rows would do. The first ${MOST_SHOWN}.`,
  })
  errors: OrderErrorDto[];
  @ApiProperty({ type: 'integer' })
  errorCount: number;

  static of({ plan, lines }: OrderImport, isDryRun: boolean, language: Language): OrderImportDto {
    const batches = lines.filter(({ toMint }) => toMint > 0).map(OrderedBatchDto.of);
    const countOf = (change: ImportedLine['change']): number => lines.filter((line) => line.change === change).length;
    return {
      orders: ordersOf(plan),
      created: batches.length,
      amended: countOf('amended'),
      unchanged: countOf('unchanged'),
      units: batches.reduce((sum, { quantity }) => sum + quantity, 0),
      batches,
      dryRun: isDryRun,
      errors: plan.faults.slice(0, MOST_SHOWN).map((fault) => OrderErrorDto.of(fault, language)),
      errorCount: plan.faults.length,
    };
  }
}
