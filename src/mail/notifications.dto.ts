import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { type Language, LANGUAGES } from '../kernel/words.ts';
import { MAILED_TYPES, type MailedType } from './mail-readers.ts';

export class NotificationsDto {
  @ApiProperty({ enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: Language;

  @ApiProperty({ enum: MAILED_TYPES, isArray: true, description: 'Told by mail; empty: nothing' })
  @IsArray()
  @ArrayUnique()
  @IsIn(MAILED_TYPES, { each: true })
  events: MailedType[];
}

export class ChosenNotificationsDto extends NotificationsDto {
  @ApiProperty({ enum: MAILED_TYPES, isArray: true, description: 'What the own roles can be told' })
  available: MailedType[];

  @ApiProperty({ description: 'Whether this installation sends mail at all' })
  isMailSent: boolean;
}
