import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KEY_STATUSES, LABEL_ALGS, type KeyStatus, type LabelAlg } from './label-signature.ts';

export class JwkDto {
  @ApiProperty({ enum: ['EC', 'OKP'] })
  kty: string;
  @ApiProperty({ enum: ['P-256', 'Ed25519'] })
  crv: string;
  @ApiProperty()
  x: string;
  @ApiPropertyOptional({ description: 'Of P-256 only' })
  y?: string;
  @ApiProperty({ description: 'RFC 7638 SHA-256 thumbprint; its first 20 bits are on every label' })
  kid: string;
  @ApiProperty({ enum: ['sig'] })
  use: string;
  @ApiProperty({ enum: LABEL_ALGS })
  alg: LabelAlg;
  @ApiProperty({ example: 'CH', description: 'Code of the only maker whose labels it signs' })
  maker: string;
  @ApiProperty({ type: String, nullable: true, example: '9521234', description: 'What that maker’s GTINs begin with' })
  gs1Prefix: string | null;
  @ApiProperty({ enum: KEY_STATUSES })
  status: KeyStatus;
  @ApiProperty({ format: 'date-time' })
  notBefore: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it stopped signing' })
  notAfter: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Of a revoked key: labels recorded before stay good',
  })
  cutOff: string | null;
}

export class JwkSetDto {
  @ApiProperty({ type: [JwkDto] })
  keys: JwkDto[];
}
