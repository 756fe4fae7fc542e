/** What is said of a whole file: [vi, en, how to mend vi, how to mend en]. */
export type Sentences = readonly [vi: string, en: string, mendVi: string, mendEn: string];

const SAVE_AS_UTF8: readonly [string, string] = [
  'Mở tệp bằng Excel, kiểm tra chữ hiển thị đúng, rồi lưu thành .xlsx hoặc "CSV UTF-8". Nếu chữ dùng phông .VnTime hoặc VNI, hãy chuyển mã sang Unicode trước (ví dụ bằng UniKey).',
  'Open the file in Excel, check that the letters look right, and save it as .xlsx or "CSV UTF-8". If it uses a .VnTime or VNI font, convert it to Unicode first (for example with UniKey).',
];

export const FILE_TEXTS: Readonly<Record<string, Sentences>> = {
  FILE_NOT_FOUND: [
    'Không tìm thấy tệp.',
    'The file is not there.',
    'Kiểm tra lại tên và thư mục của tệp.',
    'Check the name and the folder of the file.',
  ],
  FILE_EMPTY: [
    'Tệp trống.',
    'The file is empty.',
    'Chọn tệp có dòng tiêu đề và dữ liệu.',
    'Choose a file with a heading row and data.',
  ],
  FILE_TOO_BIG: [
    'Tệp lớn hơn mức cho phép ({limit} byte).',
    'The file is larger than allowed ({limit} bytes).',
    'Chia tệp thành nhiều tệp nhỏ hơn.',
    'Split it into several files.',
  ],
  FILE_CHANGED: [
    'Tệp bị thay đổi trong khi đang nhập.',
    'The file was changed while it was being imported.',
    'Đóng tệp trong chương trình khác rồi chạy lại; dòng đã nhập không bị nhập lần nữa.',
    'Close it in other programs and run again; rows already in are not imported twice.',
  ],
  FILE_NOT_SPREADSHEET: [
    'Tệp không phải là bảng tính .xlsx hoặc CSV.',
    'The file is neither an .xlsx spreadsheet nor CSV.',
    'Mở tệp trong chương trình đã tạo ra nó và lưu thành .xlsx.',
    'Open it in the program that made it and save it as .xlsx.',
  ],
  FILE_OLD_XLS: [
    'Tệp thuộc định dạng cũ .xls (Excel 97-2003).',
    'The file is of the old .xls format (Excel 97-2003).',
    'Mở tệp bằng Excel và lưu thành "Excel Workbook (.xlsx)".',
    'Open it in Excel and save it as "Excel Workbook (.xlsx)".',
  ],
  FILE_ENCRYPTED: [
    'Tệp được bảo vệ bằng mật khẩu.',
    'The file is protected by a password.',
    'Gỡ mật khẩu mở tệp (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại.',
    'Remove the password (File > Info > Protect Workbook) and save it again.',
  ],
  FILE_BROKEN: [
    'Tệp bị hỏng, không đọc được.',
    'The file is damaged and cannot be read.',
    'Mở tệp bằng Excel, để Excel sửa, rồi lưu thành tệp .xlsx mới.',
    'Open it in Excel, let Excel repair it, and save it as a new .xlsx.',
  ],
  ZIP_TOO_BIG: [
    'Nội dung nén trong tệp vượt mức cho phép ({limit}).',
    'What is packed in the file exceeds the limit ({limit}).',
    'Chép riêng bảng dữ liệu sang một tệp mới, không kèm định dạng và hình ảnh, rồi lưu lại.',
    'Copy only the table into a new file, without formats and pictures, and save that.',
  ],
  ENCODING_UNKNOWN: [
    'Chữ không phải Unicode (có vẻ là {guess}); nhập vào sẽ thành chữ sai.',
    'The text is not Unicode (it looks like {guess}); imported, it would be garbled.',
    ...SAVE_AS_UTF8,
  ],
  CSV_QUOTE_BROKEN: [
    'Có dấu ngoặc kép (") mở mà không đóng, bắt đầu từ gần dòng này.',
    'A quotation mark (") is opened and never closed, from about this row on.',
    'Đóng hoặc xóa dấu ngoặc kép thừa; dấu ngoặc kép bên trong ô phải viết hai lần ("").',
    'Close or remove it; a quotation mark inside a cell is written twice ("").',
  ],
  LINE_TOO_LONG: [
    'Một dòng dài hơn {limit} ký tự; thường do dấu ngoặc kép không đóng.',
    'A row is longer than {limit} characters; usually a quotation mark is not closed.',
    'Kiểm tra dấu ngoặc kép ở gần dòng này.',
    'Check the quotation marks near this row.',
  ],
  TOO_MANY_ROWS: [
    'Tệp có hơn {limit} dòng.',
    'The file has more than {limit} rows.',
    'Chia tệp thành nhiều tệp nhỏ hơn.',
    'Split it into several files.',
  ],
  TOO_MANY_COLUMNS: [
    'Có dữ liệu ngoài cột thứ {limit}.',
    'There is data beyond column {limit}.',
    'Xóa các cột không dùng ở bên phải bảng.',
    'Delete the unused columns to the right of the table.',
  ],
  HEADING_NOT_FOUND: [
    'Không tìm thấy dòng tiêu đề trong 20 dòng đầu.',
    'No heading row is found within the first 20 rows.',
    'Thêm dòng tiêu đề, ví dụ với đảng viên: Mã đảng viên, Họ và tên, Ngày sinh, Mã chi bộ, Tình trạng, Ngày tiếp nhận; với đơn vị: Mã đơn vị, Tên đơn vị, Cấp, Mã đơn vị cấp trên, Ngày thành lập, Số quyết định.',
    'Add one, for members such as: Member id, Full name, Birth date, Unit id, Status, Received on; for units: Unit id, Name, Level, Parent id, Founded on, Decision no.',
  ],
  HEADING_MERGED: [
    'Tiêu đề gộp nhiều cột ({range}), không rõ cột nào chứa dữ liệu.',
    'A heading is merged over several columns ({range}); which of them holds the data is unclear.',
    'Bỏ gộp ô và đặt cho mỗi cột một tiêu đề riêng.',
    'Unmerge it and give each column a heading of its own.',
  ],
  COLUMN_TWICE: [
    'Hai cột cùng nghĩa: "{first}" và "{second}".',
    'Two columns mean the same: "{first}" and "{second}".',
    'Xóa hoặc đổi tên một trong hai cột.',
    'Delete or rename one of them.',
  ],
  COLUMN_MISSING: [
    'Thiếu cột bắt buộc: {columns}.',
    'A required column is missing: {columns}.',
    'Thêm cột với đúng tiêu đề này.',
    'Add a column with that heading.',
  ],
  REPORT_UNWRITABLE: [
    'Không ghi được tệp báo cáo.',
    'The report file cannot be written.',
    'Chọn nơi ghi báo cáo khác, không trùng với tệp nhập, và đóng tệp báo cáo nếu đang mở.',
    'Choose another place, not the input file itself, and close the report if it is open.',
  ],
};
