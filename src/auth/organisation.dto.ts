import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Words } from '../kernel/words.ts';
import { HasDecimals } from '../http/decimals.ts';
import { PageQuery } from '../http/paging.ts';
import { WordsDto } from '../http/words.dto.ts';
import { ORGANISATION_KINDS, type OrganisationKind } from './actor.ts';
import type { OrganisationRow } from './organisations.service.ts';

const CODE = /^[A-Z0-9][A-Z0-9-]{0,29}$/;

export class NewOrganisationDto {
  @ApiProperty({ enum: ORGANISATION_KINDS })
  @IsIn(ORGANISATION_KINDS)
  kind: OrganisationKind;

  @ApiProperty({ example: 'WS-HZ-01' })
  @Matches(CODE)
  code: string;

  @ApiProperty({ type: WordsDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => WordsDto)
  name: WordsDto;

  @ApiProperty({ required: false, example: 'CH', description: 'Code of the maker that a warehouse belongs to.' })
  @IsOptional()
  @Matches(CODE)
  maker?: string;

  @ApiProperty({ required: false, example: '9521234', description: 'GS1 company prefix of a maker.' })
  @IsOptional()
  @Matches(/^\d{4,12}$/)
  gs1Prefix?: string;

  @ApiProperty({ required: false, description: 'Where its customers call.' })
  @IsOptional()
  @IsString()
  @Length(3, 30)
  phone?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @HasDecimals(6)
  @IsLatitude()
  latitude?: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @HasDecimals(6)
  @IsLongitude()
  longitude?: number;
}

export class OrganisationsQuery extends PageQuery {
  @ApiProperty({ required: false, maxLength: 100, description: 'Within the code or a name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;
}

export class OrganisationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind: OrganisationKind;
  @ApiProperty()
  code: string;
  @ApiProperty({ type: WordsDto })
  name: Words;
  @ApiProperty({ type: String, nullable: true })
  maker: string | null;
  @ApiProperty({ type: String, nullable: true })
  gs1Prefix: string | null;
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;
  @ApiProperty({ type: Number, nullable: true })
  latitude: number | null;
  @ApiProperty({ type: Number, nullable: true })
  longitude: number | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static of(this: void, row: OrganisationRow): OrganisationDto {
    return {
      id: row.id,
      kind: row.kind,
      code: row.code,
      name: { zh: row.name_zh, en: row.name_en },
      maker: row.maker_code,
      gs1Prefix: row.gs1_prefix,
      phone: row.phone,
      latitude: row.latitude === null ? null : Number(row.latitude),
      longitude: row.longitude === null ? null : Number(row.longitude),
      createdAt: row.created_at.toISOString(),
    };
  }
}

export class OrganisationPageDto {
  @ApiProperty({ type: [OrganisationDto] })
  items: OrganisationDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
