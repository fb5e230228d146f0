import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';

export class CheckFormDto {
  @ApiProperty({ description: 'A serial, a GTIN and serial, or the whole address on a label' })
  @IsString()
  @Length(1, 2000)
  // Whoever copies a text copies the blanks around it; a scanner, which must not, speaks to another route.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  code: string;
}
