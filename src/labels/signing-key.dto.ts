import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { IsInstant } from '../http/instant.ts';
import { KEY_STATUSES, LABEL_ALGS, type KeyStatus, type LabelAlg } from './label-signature.ts';
import type { SigningKey } from './signing-key.entity.ts';

const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;
/** RFC 3339 with its zone: a cut-off that means another instant on another machine would be worse than none. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export class SigningKeyPath {
  @ApiProperty({ description: 'RFC 7638 thumbprint', pattern: THUMBPRINT.source })
  @Matches(THUMBPRINT)
  kid: string;
}

export class RotationDto {
  @ApiPropertyOptional({ enum: LABEL_ALGS, default: 'ES256', description: 'Of the new key' })
  @IsOptional()
  @IsIn(LABEL_ALGS)
  alg?: LabelAlg | null;
}

export class RevocationDto {
  @ApiProperty({
    format: 'date-time',
    description: 'Labels recorded before this instant stay good. Not in the future; can later be moved earlier only.',
    example: '2026-11-20T08:00:00Z',
  })
  @Matches(INSTANT)
  @IsInstant()
  cutOff: string;

  @ApiProperty({ minLength: 3, maxLength: 500, example: 'The signing server’s disk was stolen' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

export class SigningKeyDto {
  @ApiProperty({ description: 'RFC 7638 SHA-256 thumbprint; its first 20 bits are on every label' })
  kid: string;
  @ApiProperty({ enum: LABEL_ALGS })
  alg: LabelAlg;
  @ApiProperty({ enum: KEY_STATUSES })
  status: KeyStatus;
  @ApiProperty({ format: 'date-time' })
  notBefore: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it stopped signing' })
  notAfter: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of a revoked key' })
  cutOff: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was revoked' })
  reason: string | null;

  static of(this: void, key: SigningKey): SigningKeyDto {
    return {
      kid: key.kid,
      alg: key.alg,
      status: key.status,
      notBefore: key.notBefore.toISOString(),
      notAfter: key.notAfter?.toISOString() ?? null,
      cutOff: key.cutOff?.toISOString() ?? null,
      reason: key.reason,
    };
  }
}

export class SigningKeyListDto {
  @ApiProperty({ type: [SigningKeyDto], description: 'Newest first: all there are' })
  items: SigningKeyDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: a maker has few keys' })
  next: string | null;
}
