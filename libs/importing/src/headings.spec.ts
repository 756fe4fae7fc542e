import { fieldOf, fieldsIn, KINDS, OUR_HEADING } from './headings.js';
import { levelOf, statusOf } from './vocabulary.js';

describe('headings of a list of members', () => {
  it.each([
    ['Họ và tên', 'fullName'],
    ['HỌ VÀ TÊN:', 'fullName'],
    ['ho ten', 'fullName'],
    ['  Họ   tên ', 'fullName'],
    ['Full name', 'fullName'],
    ['fullName', 'fullName'],
    ['FULL_NAME', 'fullName'],
    ['Họ và tên'.normalize('NFD'), 'fullName'],
    ['Mã đảng viên', 'id'],
    ['Số thẻ', 'id'],
    ['memberId', 'id'],
    ['Ngày sinh', 'birthDate'],
    ['Ngày, tháng, năm sinh', 'birthDate'],
    ['date of birth', 'birthDate'],
    ['Ngày vào Đảng', 'joinedOn'],
    ['NGAY VAO DANG', 'joinedOn'],
    ['Chi bộ', 'unit'],
    ['Mã chi bộ', 'unit'],
    ['unit_id', 'unit'],
    ['Tình trạng (chính thức / dự bị)', 'status'],
    ['Đảng viên (chính thức/dự bị)', 'status'],
    ['Ngày kết nạp', 'admittedOn'],
    ['Ngày kết nạp/tiếp nhận', 'receivedOn'],
    ['Ngày tiếp nhận', 'receivedOn'],
    ['Ghi chú', undefined],
    ['DANH SÁCH ĐẢNG VIÊN', undefined],
    ['', undefined],
    [undefined, undefined],
    ['x'.repeat(5000), undefined],
  ])('reads %p as %p', (heading, field) => {
    expect(fieldOf('members', heading)).toBe(field);
  });
});

describe('headings of a list of units', () => {
  it.each([
    ['Mã đơn vị', 'id'],
    ['Tên đơn vị', 'name'],
    ['Cấp', 'level'],
    ['Mã đơn vị cấp trên', 'parent'],
    ['parentId', 'parent'],
    ['Ngày thành lập', 'on'],
    ['Số quyết định', 'decisionNo'],
    ['Số QĐ', 'decisionNo'],
    ['decisionNo', 'decisionNo'],
  ])('reads %p as %p', (heading, field) => {
    expect(fieldOf('units', heading)).toBe(field);
  });

  it('counts a field once, however often it is named', () => {
    expect(fieldsIn('units', ['Mã đơn vị', 'unit id', 'Cấp', undefined])).toBe(2);
  });
});

it.each(KINDS)('recognises every heading we recommend for %s', (kind) => {
  for (const [field, heading] of Object.entries(OUR_HEADING[kind]))
    expect(fieldOf(kind, heading)).toBe(field);
});

it.each([
  ['Chi bộ', 'cell'],
  ['ĐẢNG BỘ CƠ SỞ', 'base'],
  ['xã', 'ward'],
  ['Huyện ủy', 'district'],
  ['tỉnh', 'province'],
  ['cell', 'cell'],
  ['thành phố', undefined],
  ['thành phố thuộc tỉnh', 'district'],
  ['liên đoàn', undefined],
])('reads the level %p as %p', (text, level) => {
  expect(levelOf(text)).toBe(level);
});

it.each([
  ['Chính thức', 'official'],
  ['du bi', 'probationary'],
  ['ĐVDB', 'probationary'],
  ['danh dự', undefined],
])('reads the standing %p as %p', (text, status) => {
  expect(statusOf(text)).toBe(status);
});
