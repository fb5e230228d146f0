import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export class DryRunQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], default: 'false', description: 'Only tell what the file would do' })
  @IsOptional()
  @IsIn(['true', 'false'])
  dryRun?: 'true' | 'false';
}
