import { fold } from './vietnamese-text.js';

export const KINDS = ['members', 'units'] as const;
/** What a file lists. */
export type Kind = (typeof KINDS)[number];

export type MemberField =
  | 'id'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'joinedOn'
  | 'admittedOn'
  | 'receivedOn'
  | 'unit'
  | 'status';
export type UnitField = 'id' | 'name' | 'level' | 'parent' | 'on' | 'decisionNo';
export type Field = MemberField | UnitField;

type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

/** Synonyms, folded; `ngay ket nap` is the day of joining the Party, not of being received. */
const MEMBERS: Synonyms<MemberField> = {
  id: [
    ...['ma dang vien', 'ma so dang vien', 'ma so', 'so the', 'so the dang', 'so the dang vien'],
    ...[
      'so hieu dang vien',
      'member id',
      'member code',
      'memberid',
      'card no',
      'card number',
      'id',
    ],
  ],
  fullName: [
    ...['ho va ten', 'ho ten', 'ho va ten dang vien', 'ho ten dang vien', 'ten dang vien'],
    ...['ho va ten khai sinh', 'ho ten khai sinh', 'full name', 'fullname', 'name'],
  ],
  familyName: [
    'ho',
    'ho dem',
    'ho va dem',
    'ho va ten dem',
    'ho va chu dem',
    'ho lot',
    'ho va ten lot',
  ],
  givenName: ['ten', 'given name'],
  birthDate: [
    ...['ngay sinh', 'ngay thang nam sinh', 'sinh ngay', 'nam sinh', 'birth date', 'birthdate'],
    ...['date of birth', 'dob'],
  ],
  joinedOn: [
    ...['ngay vao dang', 'ngay thang nam vao dang', 'vao dang', 'vao dang ngay'],
    ...['ngay vao dang cong san viet nam', 'joined on', 'joinedon', 'join date', 'date joined'],
  ],
  admittedOn: ['ngay ket nap', 'ngay ket nap dang', 'ngay duoc ket nap', 'admitted on'],
  receivedOn: [
    ...['ngay tiep nhan', 'ngay ket nap tiep nhan', 'ngay chuyen den', 'ngay ve chi bo'],
    ...['ngay sinh hoat tai chi bo', 'ngay vao chi bo', 'received on', 'on', 'effective date'],
  ],
  unit: [
    ...[
      'chi bo',
      'ma chi bo',
      'ten chi bo',
      'chi bo sinh hoat',
      'don vi',
      'ma don vi',
      'to chuc dang',
    ],
    ...['noi sinh hoat', 'unit', 'unit id', 'unitid', 'unit code', 'cell', 'cell id', 'cell code'],
  ],
  status: [
    ...['tinh trang', 'trang thai', 'loai dang vien', 'dang vien chinh thuc du bi'],
    ...['chinh thuc du bi', 'tinh trang dang vien', 'status', 'member status'],
  ],
};

const UNITS: Synonyms<UnitField> = {
  id: [
    ...['ma don vi', 'ma to chuc', 'ma to chuc dang', 'ma chi bo', 'ma dang bo', 'ma', 'ma so'],
    ...['unit id', 'unitid', 'unit code', 'code', 'id'],
  ],
  name: [
    ...['ten don vi', 'ten to chuc', 'ten to chuc dang', 'ten chi bo', 'ten dang bo', 'don vi'],
    ...['ten', 'to chuc dang', 'name', 'unit name', 'unit'],
  ],
  level: [
    'cap',
    'cap don vi',
    'loai',
    'loai hinh',
    'loai don vi',
    'loai to chuc',
    'level',
    'unit level',
  ],
  parent: [
    ...['ma don vi cap tren', 'don vi cap tren', 'ma cap tren', 'cap tren', 'ma don vi cha'],
    ...['don vi cha', 'truc thuoc', 'don vi truc thuoc', 'ma cap tren truc tiep', 'parent'],
    ...['parent id', 'parentid', 'parent code', 'parent unit'],
  ],
  on: [
    ...[
      'ngay thanh lap',
      'thanh lap ngay',
      'ngay quyet dinh',
      'ngay hieu luc',
      'founded on',
      'founded',
    ],
    ...['on', 'effective date', 'date founded'],
  ],
  decisionNo: [
    ...['so quyet dinh', 'so qd', 'quyet dinh so', 'quyet dinh', 'quyet dinh thanh lap'],
    ...['so quyet dinh thanh lap', 'decision no', 'decisionno', 'decision number', 'decision'],
  ],
};

const byHeading = (synonyms: Synonyms<string>): ReadonlyMap<string, Field> =>
  new Map(
    Object.entries(synonyms).flatMap(([field, texts]) =>
      texts.map((text) => [text, field as Field] as const),
    ),
  );

const FIELDS: Readonly<Record<Kind, ReadonlyMap<string, Field>>> = {
  members: byHeading(MEMBERS),
  units: byHeading(UNITS),
};

/** Splits `parentId` and `PARENT_ID` into words before folding. */
const words = (text: string): string => fold(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

/** The field a heading stands for: any case, with or without diacritics or what is in brackets. */
export function fieldOf(kind: Kind, heading: string | undefined): Field | undefined {
  if (heading === undefined || heading.length > 120) return undefined;
  const fields = FIELDS[kind];
  return (
    fields.get(fold(heading)) ??
    fields.get(words(heading)) ??
    fields.get(fold(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')))
  );
}

/** How many different fields a row names, of whichever kind it names more. */
export const headingScore = (cells: readonly (string | undefined)[]): number =>
  Math.max(...KINDS.map((kind) => fieldsIn(kind, cells)));

/** How many different fields of the kind a row names. */
export const fieldsIn = (kind: Kind, cells: readonly (string | undefined)[]): number =>
  new Set(cells.map((cell) => fieldOf(kind, cell)).filter((field) => field !== undefined)).size;

/** The heading we would write ourselves, for sentences that name a column. */
export const OUR_HEADING: Readonly<Record<Kind, Readonly<Partial<Record<Field, string>>>>> = {
  members: {
    id: 'Mã đảng viên',
    fullName: 'Họ và tên',
    birthDate: 'Ngày sinh',
    joinedOn: 'Ngày vào Đảng',
    receivedOn: 'Ngày tiếp nhận',
    unit: 'Mã chi bộ',
    status: 'Tình trạng',
  },
  units: {
    id: 'Mã đơn vị',
    name: 'Tên đơn vị',
    level: 'Cấp',
    parent: 'Mã đơn vị cấp trên',
    on: 'Ngày thành lập',
    decisionNo: 'Số quyết định',
  },
};
