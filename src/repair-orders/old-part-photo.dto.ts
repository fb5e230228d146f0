import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import { OrderNumberParam } from './repair-order.dto.ts';

/** `{number}/old-parts/{id}` in a path. */
export class OldPartParam extends OrderNumberParam {
  @ApiProperty({
    format: 'uuid',
    description: 'The old part’s id, as its order tells it or as whoever told of it chose',
  })
  @IsUUID()
  id: string;
}

/** `{number}/old-part-photos/{photo}` in a path. */
export class PhotoParam extends OrderNumberParam {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  photo: string;
}

export class TakenQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'When it was taken, if that was not now' })
  @IsOptional()
  @IsInstant()
  takenAt?: string;
}

export class OldPartPhotoDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Pixels' })
  width: number;

  @ApiProperty({ description: 'Pixels' })
  height: number;

  @ApiProperty({ format: 'date-time', description: 'By the clock of whoever took it' })
  takenAt: Date;

  @ApiProperty({ format: 'date-time' })
  recordedAt: Date;
}
