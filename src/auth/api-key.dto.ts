import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import { ALL_ROLES, type Role } from './actor.ts';
import type { ApiKeyRow } from './api-keys.service.ts';

export class NewApiKeyDto {
  @ApiProperty({ example: 'DMS of the Hangzhou shop' })
  @IsString()
  @Length(1, 100)
  name: string;

  @ApiProperty({
    enum: ALL_ROLES,
    isArray: true,
    description: 'Roles that the own kind of organisation has.',
  })
  @IsIn(ALL_ROLES, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  scopes: Role[];

  @ApiProperty({ required: false, format: 'date-time' })
  @IsOptional()
  @IsInstant()
  expiresAt?: string;
}

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'How the key begins.', example: 'tp_Zk3vQ' })
  hint: string;
  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  scopes: Role[];
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt: string | null;

  static of(this: void, row: ApiKeyRow): ApiKeyDto {
    return {
      id: row.id,
      name: row.name,
      hint: row.hint,
      scopes: row.scopes,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
      revokedAt: row.revoked_at?.toISOString() ?? null,
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    };
  }
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The key itself, shown this once; `null` when the answer is given again to the same Idempotency-Key.',
  })
  secret: string | null;
}

export class ApiKeyPageDto {
  @ApiProperty({ type: [ApiKeyDto] })
  items: ApiKeyDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
