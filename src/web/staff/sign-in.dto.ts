import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SignInDto } from '../../auth/session.dto.ts';

/** The form; `next` is where somebody wanted to go before they had to sign in. */
export class SignInFormDto extends SignInDto {
  @IsOptional()
  @IsString()
  @MaxLength(600)
  next?: string;
}
