import type { Sentences } from './file-problem.texts.js';

const WRITE_DATE: readonly [string, string] = [
  'Viết đủ ngày/tháng/năm, ví dụ 05/01/1980.',
  'Write day/month/year in full, for example 05/01/1980.',
];
const CHECK_DATE: readonly [string, string] = [
  'Kiểm tra lại ngày trong hồ sơ và sửa.',
  'Check the date in the records and correct it.',
];
const FOUND_IT_FIRST: readonly [string, string] = [
  'Nhập đơn vị đó trước, hoặc sửa mã.',
  'Import that unit first, or correct the code.',
];

export const ROW_TEXTS: Readonly<Record<string, Sentences>> = {
  MERGED_CELLS: [
    'Ô gộp {range} trùm lên dòng dữ liệu, không rõ giá trị thuộc dòng nào.',
    'The merged area {range} covers this row; which row its value belongs to is unclear.',
    'Bỏ gộp ô và điền giá trị vào từng dòng.',
    'Unmerge it and fill the value into each row.',
  ],
  CELL_TOO_LONG: [
    'Ô dài hơn {limit} ký tự.',
    'The cell is longer than {limit} characters.',
    'Rút gọn nội dung ô.',
    'Shorten it.',
  ],
  TEXT_TOO_LONG: [
    'Nội dung dài hơn {limit} ký tự.',
    'The text is longer than {limit} characters.',
    'Rút gọn nội dung ô.',
    'Shorten it.',
  ],
  FORMULA_ERROR: [
    'Công thức trong ô bị lỗi.',
    'The formula in the cell gives an error.',
    'Sửa công thức hoặc thay bằng giá trị.',
    'Correct the formula or replace it by its value.',
  ],
  TEXT_DAMAGED: [
    'Chữ đã mất dấu vĩnh viễn (có dấu ? giữa chữ), thường do lưu CSV không phải UTF-8.',
    'Letters were lost (a ? stands inside a word), usually by saving CSV other than UTF-8.',
    'Lấy lại tệp gốc và lưu thành .xlsx hoặc "CSV UTF-8".',
    'Go back to the original file and save it as .xlsx or "CSV UTF-8".',
  ],
  REQUIRED_MISSING: [
    'Thiếu giá trị bắt buộc.',
    'A required value is missing.',
    'Điền cột này.',
    'Fill in this column.',
  ],
  ID_OR_BIRTH_DATE: [
    'Không có mã đảng viên và cũng không có ngày sinh, nên không phân biệt được người trùng tên.',
    'There is neither a member id nor a birth date, so people of one name cannot be told apart.',
    'Điền mã đảng viên hoặc ngày sinh.',
    'Fill in the member id or the birth date.',
  ],
  ID_INVALID: [
    'Mã không hợp lệ.',
    'The id is not valid.',
    'Dùng chữ cái, chữ số và dấu chấm (mã đơn vị: cả dấu gạch ngang), nhiều nhất 64 ký tự.',
    'Use letters, digits and dots (for units also dashes), at most 64 characters.',
  ],
  NUMBER_ROUNDED: [
    'Excel đã làm tròn mã số này.',
    'Excel has rounded this number.',
    'Định dạng cột là "Văn bản" (Text) rồi nhập lại mã từ hồ sơ.',
    'Format the column as text and type the code again from the records.',
  ],
  NAME_INVALID: [
    'Họ tên có ký tự không phải chữ, hoặc quá dài.',
    'The name has characters that are no letters, or is too long.',
    'Chỉ ghi họ và tên trong ô này.',
    'Write only the name in this cell.',
  ],
  DATE_UNREADABLE: ['Không đọc được ngày.', 'The date cannot be read.', ...WRITE_DATE],
  DATE_IMPOSSIBLE: [
    'Ngày này không có trong lịch.',
    'There is no such day in the calendar.',
    ...CHECK_DATE,
  ],
  DATE_YEAR_SHORT: [
    'Năm chỉ có hai chữ số ({year}), không rõ thế kỷ.',
    'The year has only two digits ({year}); the century is unclear.',
    'Viết năm đủ bốn chữ số, ví dụ 1980.',
    'Write the year with four digits, for example 1980.',
  ],
  DATE_INCOMPLETE: [
    'Ngày thiếu ngày hoặc tháng.',
    'The day or the month is missing.',
    ...WRITE_DATE,
  ],
  DATE_FUTURE: [
    'Ngày ở tương lai (hôm nay là {today}).',
    'The date lies in the future (today is {today}).',
    ...CHECK_DATE,
  ],
  DATE_TOO_OLD: ['Ngày trước năm 1900.', 'The date lies before 1900.', ...CHECK_DATE],
  DATE_ORDER: [
    'Các ngày sai thứ tự: ngày sinh không trước ngày vào Đảng hoặc ngày tiếp nhận.',
    'The dates are out of order: the birth date is not before joining or being received.',
    'Kiểm tra lại các ngày trong dòng này.',
    'Check the dates of this row.',
  ],
  OCCURRED_IN_FUTURE: ['Ngày ở tương lai.', 'The date lies in the future.', ...CHECK_DATE],
  LEVEL_UNKNOWN: [
    'Không rõ cấp của đơn vị.',
    'The level of the unit is not known.',
    'Ghi một trong: trung ương, tỉnh, ngành, khối, huyện, xã, cơ quan, cơ sở, chi bộ (thành phố: ghi rõ "trực thuộc trung ương" hoặc "thuộc tỉnh").',
    'Write one of: centre, province, sector, bloc, district, ward, organ, base, cell.',
  ],
  LEVEL_ORDER: [
    'Cấp của đơn vị không thấp hơn cấp của đơn vị cấp trên.',
    'The level of the unit is not below that of the unit above.',
    'Kiểm tra cấp và mã đơn vị cấp trên.',
    'Check the level and the unit above.',
  ],
  STATUS_UNKNOWN: [
    'Không rõ tình trạng đảng viên.',
    'The standing of the member is not known.',
    'Ghi "chính thức" hoặc "dự bị".',
    'Write "official" or "probationary".',
  ],
  UNIT_UNKNOWN: ['Không có đơn vị này.', 'There is no such unit.', ...FOUND_IT_FIRST],
  UNIT_AMBIGUOUS: [
    'Có nhiều đơn vị cùng tên này.',
    'Several units have this name.',
    'Ghi mã đơn vị thay cho tên.',
    'Write the code of the unit instead of its name.',
  ],
  UNIT_CLOSED: [
    'Đơn vị này đã kết thúc hoạt động.',
    'The unit is closed.',
    'Ghi đơn vị kế thừa.',
    'Write the unit that inherited from it.',
  ],
  PARENT_UNKNOWN: [
    'Đơn vị cấp trên không có trong tệp và cũng không có trong hệ thống.',
    'The unit above is neither in the file nor in the system.',
    ...FOUND_IT_FIRST,
  ],
  PARENT_CLOSED: [
    'Đơn vị cấp trên đã kết thúc hoạt động.',
    'The unit above is closed.',
    'Ghi đơn vị kế thừa.',
    'Write the unit that inherited from it.',
  ],
  PARENT_REFUSED: [
    'Dòng của đơn vị cấp trên không nhập được.',
    'The row of the unit above could not go in.',
    'Sửa dòng của đơn vị cấp trên rồi chạy lại.',
    'Mend the row of the unit above and run again.',
  ],
  PARENT_CYCLE: [
    'Các đơn vị làm cấp trên của nhau thành vòng: {cycle}.',
    'Units stand above one another in a circle: {cycle}.',
    'Sửa mã đơn vị cấp trên của một trong các đơn vị đó.',
    'Correct the unit above of one of them.',
  ],
  TREE_TOO_DEEP: [
    'Cây đơn vị sâu hơn {limit} cấp.',
    'The tree of units is deeper than {limit} levels.',
    'Kiểm tra cột mã đơn vị cấp trên.',
    'Check the column of the unit above.',
  ],
  DUPLICATE_ROW: [
    'Trùng hoàn toàn với dòng {row}; đã bỏ qua.',
    'The same as row {row}; skipped.',
    'Không cần sửa; có thể xóa dòng thừa.',
    'Nothing needs mending; the extra row may be deleted.',
  ],
  DUPLICATE_DIFFERENT: [
    'Cùng mã với dòng {row} nhưng nội dung khác; không nhập dòng nào.',
    'The same id as row {row} with other content; neither went in.',
    'Giữ lại dòng đúng hoặc sửa mã.',
    'Keep the right one, or correct the id.',
  ],
  EXISTS_DIFFERENT: [
    'Đã có trong hệ thống với nội dung khác; nhập tệp không sửa được bản ghi cũ.',
    'Already in the system with other content; an import does not change what is recorded.',
    'Nếu cần sửa, hãy dùng chức năng sửa của đơn vị hoặc đảng viên đó.',
    'To change it, use the commands of that unit or member.',
  ],
  CONFLICT: [
    'Có người khác vừa ghi vào cùng hồ sơ.',
    'Somebody else has just written to the same record.',
    'Chạy lại; dòng đã nhập không bị nhập lần nữa.',
    'Run again; rows already in are not imported twice.',
  ],
};

/** For a code neither this library nor the application has words for. */
export const UNKNOWN_REASON: Sentences = [
  'Hệ thống từ chối dòng này (mã {code}).',
  'The system refused this row (code {code}).',
  'Báo mã này cho người quản trị.',
  'Tell the operator this code.',
];
