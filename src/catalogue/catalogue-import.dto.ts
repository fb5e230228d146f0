import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../http/words.dto.ts';
import type { Language } from '../kernel/words.ts';
import { countsOf, type ImportPlan } from './catalogue-plan.ts';

/** What a person can mend at one sitting; `errorCount` tells how many there are. */
const MOST_SHOWN = 1000;

export class ImportNoteDto {
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet numbers its rows' })
  row: number;
  @ApiProperty({ example: 'TOTAL_SKIPPED' })
  code: string;
  @ApiProperty({ description: 'In the language that `Accept-Language` asks for' })
  message: string;
  @ApiProperty({ type: WordsDto })
  words: WordsDto;
}

export class ImportErrorDto extends ImportNoteDto {
  @ApiProperty({ type: String, nullable: true, example: 'gtin', description: 'Null where the whole row is wrong' })
  column: string | null;
  @ApiProperty({ example: '9.52123E+12', description: 'As it stands in the file' })
  value: string;
}

export class ImportResultDto {
  @ApiProperty({ type: 'integer' })
  created: number;
  @ApiProperty({ type: 'integer' })
  updated: number;
  @ApiProperty({ type: 'integer' })
  unchanged: number;
  @ApiProperty({ description: 'False: this is done. True: nothing was written, the numbers tell what would be' })
  dryRun: boolean;
  @ApiProperty({
    type: [ImportErrorDto],
    description: `With any error nothing is written, and the numbers tell what the sound rows would do. The first ${MOST_SHOWN}.`,
  })
  errors: ImportErrorDto[];
  @ApiProperty({ type: 'integer' })
  errorCount: number;
  @ApiProperty({ type: [ImportNoteDto], description: 'What was understood or passed over and stops nothing' })
  notes: ImportNoteDto[];

  static of(plan: ImportPlan, isDryRun: boolean, language: Language): ImportResultDto {
    return {
      ...countsOf(plan),
      dryRun: isDryRun,
      errors: plan.faults.slice(0, MOST_SHOWN).map((fault) => ({ ...fault, message: fault.words[language] })),
      errorCount: plan.faults.length,
      notes: plan.notes.slice(0, MOST_SHOWN).map((note) => ({ ...note, message: note.words[language] })),
    };
  }
}
