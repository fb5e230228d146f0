import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CATEGORIES, VIN_PATTERN, VinTransform } from '../repair-orders/repair-order.dto.ts';
import { WordsDto } from '../http/words.dto.ts';
import { CROCKFORD } from '../labels/crockford.ts';

export const HISTORY_TOKEN = new RegExp(`^${CROCKFORD}{26}$`, 'i');

export class HistoryTokenParam {
  @ApiProperty({ example: '0J5V2G8KQ4T7XN1M9C3RB6WDEH' })
  @Matches(HISTORY_TOKEN)
  token: string;
}

export class VehicleCheckDto {
  @ApiProperty({ example: 'LCHARE3K8AN100200', description: 'As read at the car; it is compared, and not kept' })
  @VinTransform()
  @Matches(VIN_PATTERN)
  vin: string;
}

export class VehicleCheckedDto {
  @ApiProperty({ description: 'Whether the history is this car’s' })
  isMatch: boolean;
}

export class CarRecallDto {
  @ApiProperty()
  number: string;
  @ApiProperty({ type: WordsDto })
  title: WordsDto;
  @ApiProperty({ format: 'date-time' })
  since: string;
}

export class CarCoverDto {
  @ApiProperty({ type: String, nullable: true, example: '2028-11-23', description: 'The last day' })
  until: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The odometer at which it ends, in km' })
  untilKm: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Below zero: over' })
  daysLeft: number | null;
}

export class CarFlagDto {
  @ApiProperty({ example: 'R02' })
  rule: string;
  @ApiProperty({ minimum: 3, maximum: 5 })
  level: number;
  @ApiProperty({ type: WordsDto })
  message: WordsDto;
}

export class CarPartDto {
  @ApiProperty({ type: WordsDto })
  name: WordsDto;
  @ApiProperty({ example: 'CH-04465-02250' })
  partNumber: string;
  @ApiProperty({ enum: CATEGORIES })
  category: (typeof CATEGORIES)[number];
  @ApiProperty({ example: '2026-11-23', description: 'The day, in China' })
  fittedOn: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Odometer at the fitting, in km' })
  odometer: number | null;
  @ApiProperty({ type: String, nullable: true, example: '2027-03-01', description: 'Null: still in the car' })
  removedOn: string | null;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Only where the owner’s own invoice names it' })
  workshop: WordsDto | null;
  @ApiProperty({ type: CarRecallDto, nullable: true })
  recall: CarRecallDto | null;
  @ApiProperty({ type: CarCoverDto, nullable: true, description: 'Null: none promised, or not in the car any more' })
  warranty: CarCoverDto | null;
  @ApiProperty({ type: [CarFlagDto], description: 'What stands against the part itself' })
  flags: CarFlagDto[];
}

export class CarHistoryDto {
  @ApiProperty({ format: 'date-time' })
  checkedAt: string;
  @ApiProperty({ format: 'date-time', description: 'Until then the link works' })
  expiresAt: string;
  @ApiProperty({ type: [CarPartDto], description: 'Every labelled part that was fitted, the latest first' })
  parts: CarPartDto[];
}
