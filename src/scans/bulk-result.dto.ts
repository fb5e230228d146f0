import { ApiProperty } from '@nestjs/swagger';
import { VerdictDto } from '../verification/verdict.dto.ts';

export class QueuedScanResultDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['recorded', 'duplicate'] })
  status: 'recorded' | 'duplicate';

  @ApiProperty({ type: VerdictDto })
  verdict: VerdictDto;
}

export class BulkResultsDto {
  @ApiProperty({ type: [QueuedScanResultDto] })
  items: QueuedScanResultDto[];
}
