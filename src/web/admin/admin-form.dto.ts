import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayNotEmpty, ArrayUnique, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { AccountQuery } from '../../auth/account.dto.ts';
import { ALL_ROLES, type Role } from '../../auth/actor.ts';
import { AuditQuery } from '../../auth/audit.dto.ts';
import { NewOrganisationDto, OrganisationsQuery } from '../../auth/organisation.dto.ts';
import type { NewOrganisation } from '../../auth/organisations.service.ts';
import { IsDay } from '../../http/instant.ts';
import { PageQuery } from '../../http/paging.ts';
import { Blank } from '../staff/blank.ts';
import { Ticked } from '../staff/ticked.ts';

export class ListedDto extends PageQuery {
  /** What was just done. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  done?: string;
}

export class OrganisationFilterDto extends OrganisationsQuery {
  @Blank()
  declare query?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  done?: string;
}

export class PeopleFilterDto extends AccountQuery {
  @Blank()
  declare organisation?: string;
}

export class AuditFilterDto extends AuditQuery {
  @Blank()
  declare action?: string;
  @Blank()
  declare subject?: string;
}

/** The names stand in two fields. */
export class OrganisationFormDto extends OmitType(NewOrganisationDto, ['name'] as const) {
  @IsString()
  @Length(1, 200)
  nameZh: string;

  @IsString()
  @Length(1, 200)
  nameEn: string;

  @Blank()
  declare maker?: string;
  @Blank()
  declare gs1Prefix?: string;
  @Blank()
  declare phone?: string;
  @Blank()
  @Type(() => Number)
  declare latitude?: number;
  @Blank()
  @Type(() => Number)
  declare longitude?: number;

  static wish(this: void, { nameZh, nameEn, ...wanted }: OrganisationFormDto): NewOrganisation {
    return { ...wanted, name: { zh: nameZh, en: nameEn } };
  }
}

export class RolesFormDto {
  @Ticked()
  @IsIn(ALL_ROLES, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  roles: Role[];
}

export class PersonFormDto extends RolesFormDto {
  @IsString()
  @Length(1, 30)
  organisation: string;

  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @Length(1, 100)
  name: string;
}

export class ApiKeyFormDto {
  @IsString()
  @Length(1, 100)
  name: string;

  @Ticked()
  @IsIn(ALL_ROLES, { each: true })
  @ArrayNotEmpty()
  @ArrayUnique()
  scopes: Role[];

  /** The last day on which it works. */
  @Blank()
  @IsOptional()
  @IsDay()
  expiresOn?: string;
}
