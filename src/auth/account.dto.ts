import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  Equals,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import type { AccountRow } from './accounts.service.ts';
import { ALL_ROLES, type Role } from './actor.ts';

export class NewAccountDto {
  @ApiProperty({ example: 'WS-HZ-01', description: 'Code of the organisation.' })
  @IsString()
  @Length(1, 30)
  organisation: string;

  @ApiProperty()
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty()
  @IsString()
  @Length(1, 100)
  name: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @Length(12, 200)
  password: string;

  @ApiProperty({ enum: ALL_ROLES, isArray: true, description: "Roles of the organisation's kind." })
  @IsIn(ALL_ROLES, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  roles: Role[];
}

export class AccountChangeDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean()
  isDisabled?: boolean;

  @ApiProperty({ required: false, enum: ALL_ROLES, isArray: true })
  @IsOptional()
  @IsIn(ALL_ROLES, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  roles?: Role[];

  @ApiProperty({
    required: false,
    format: 'password',
    minLength: 12,
    maxLength: 200,
    description: 'For somebody who has lost theirs. They change it themselves under `/api/session/password`.',
  })
  @IsOptional()
  @IsString()
  @Length(12, 200)
  password?: string;

  @ApiProperty({
    required: false,
    enum: [false],
    description: 'Takes the link with the sign-in provider away. The next sign-in with it links anew.',
  })
  @IsOptional()
  @Equals(false)
  isLinked?: false;
}

export class AccountQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Code of an organisation.' })
  @IsOptional()
  @IsString()
  @Length(1, 30)
  organisation?: string;
}

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  organisation: string;
  @ApiProperty()
  email: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  roles: Role[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  disabledAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when the sign-in provider vouches for it.',
  })
  linkedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static of(this: void, row: AccountRow): AccountDto {
    return {
      id: row.id,
      organisation: row.organisation_code,
      email: row.email,
      name: row.name,
      roles: row.roles,
      disabledAt: row.disabled_at?.toISOString() ?? null,
      linkedAt: row.linked_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    };
  }
}

export class AccountPageDto {
  @ApiProperty({ type: [AccountDto] })
  items: AccountDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
