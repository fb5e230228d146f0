import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import type { Language, Words } from '../kernel/words.ts';
import { WordsDto } from '../http/words.dto.ts';
import { type Actor, ALL_ROLES, ORGANISATION_KINDS, type OrganisationKind, type Role } from './actor.ts';

export class SignInDto {
  @ApiProperty({ maxLength: 254, example: 'technician@demo.truepart.test' })
  @IsString()
  @MaxLength(254)
  email: string;

  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString()
  @MaxLength(200)
  password: string;
}

export class ChangePasswordDto {
  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString()
  @MaxLength(200)
  current: string;

  @ApiProperty({ minLength: 12, maxLength: 200, format: 'password' })
  @IsString()
  @Length(12, 200)
  next: string;
}

export class OwnOrganisationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind: OrganisationKind;
  @ApiProperty({ example: 'WS-HZ-01' })
  code: string;
  @ApiProperty({ description: 'In the language of `Accept-Language`.' })
  name: string;
  @ApiProperty({ type: WordsDto })
  names: Words;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, nullable: true, description: '`null` for an API key.' })
  email: string | null;
  @ApiProperty({ enum: ALL_ROLES, isArray: true })
  roles: readonly Role[];
  @ApiProperty()
  organisation: OwnOrganisationDto;
}

export class SessionDto {
  @ApiProperty()
  user: UserDto;

  static of(actor: Actor, email: string | null, language: Language): SessionDto {
    const { id, kind, code, name } = actor.organisation;
    const organisation = { id, kind, code, name: name[language], names: name };
    return { user: { id: actor.id, name: actor.name, email, roles: actor.roles, organisation } };
  }
}
