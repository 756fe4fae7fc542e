import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

/** How many commands one request may hold. */
export const BULK_MAX = 100;
const NAME = /^[a-zA-Z][a-zA-Z-]{0,39}$/;

export class BulkItem {
  @Length(1, 200) id: string;
  /** Adds to, and overrides, the input of all. */
  @IsOptional() @IsObject() input?: object;
  @IsOptional() @IsInt() @Min(-1) expectedRevision?: number;
}

export class BulkRequest {
  @Matches(NAME) workflow: string;
  @Matches(NAME) command: string;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BULK_MAX)
  @ArrayUnique()
  @Length(1, 200, { each: true })
  ids?: string[];
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BULK_MAX)
  @ArrayUnique((item: BulkItem) => item.id)
  @ValidateNested({ each: true })
  @Type(() => BulkItem)
  items?: BulkItem[];
  /** The input of every command. */
  @IsOptional() @IsObject() input?: object;
}
