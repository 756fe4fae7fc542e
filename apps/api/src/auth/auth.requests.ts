import { IsString, Length } from 'class-validator';

/** What signing in takes. */
export class LoginRequest {
  @IsString() @Length(1, 128) username: string;
  @IsString() @Length(1, 256) password: string;
}
