import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import type { AuditRow } from './audit.query.ts';

export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ maxLength: 100, example: 'api_key.created' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'What it was done to: an id or a number.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;
}

export class AuditActorDto {
  @ApiProperty({ enum: ['account', 'apiKey', 'system'] })
  kind: AuditRow['actor_kind'];
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id: string | null;
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

export class AuditEntryDto {
  @ApiProperty()
  id: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty()
  actor: AuditActorDto;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the organisation that acted.' })
  organisation: string | null;
  @ApiProperty({ example: 'api_key.created' })
  action: string;
  @ApiProperty()
  subject: string;
  @ApiProperty({ type: String, nullable: true, description: 'As in `X-Request-Id` of the answer.' })
  requestId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  detail: Record<string, unknown>;

  static of(this: void, row: AuditRow): AuditEntryDto {
    return {
      id: row.id,
      at: row.at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      organisation: row.organisation_code,
      action: row.action,
      subject: row.subject,
      requestId: row.request_id,
      detail: row.detail,
    };
  }
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items: AuditEntryDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
