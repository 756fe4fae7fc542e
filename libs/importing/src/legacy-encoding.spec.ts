import { isDamaged, legacyOf } from './legacy-encoding.js';

it.each([
  ['NguyÔn V¨n An', 'TCVN3'],
  ['TrÇn ThÞ B×nh', 'TCVN3'],
  ['Lª Hång Phong', 'TCVN3'],
  ['§¶ng bé x·', 'TCVN3'],
  ['Chi bé ®¶ng', 'TCVN3'],
  ['Hä vµ tªn', 'TCVN3'],
  ['Nguyeãn Vaên An', 'VNI'],
  ['Traàn Thò Bình', 'VNI'],
  ['Phaïm Höông', 'VNI'],
  ['Hoaøng Ñöùc', 'VNI'],
  ['Nguyá»…n VÄƒn An', 'UTF-8 read as Windows-1252'],
  ['Äá»— Thá»‹ HÆ°Æ¡ng', 'UTF-8 read as Windows-1252'],
])('takes %p for %s', (text, legacy) => {
  expect(legacyOf(text)).toBe(legacy);
});

it.each([
  'Nguyễn Văn An',
  'Trần Thị Bình',
  'Lê Hồng Phong',
  'Hà Nam',
  'Lê Mai Hoà',
  'Hoà Bình',
  'Quý Châu',
  'Thuý Hoà Loan',
  'Đảng bộ xã An Bình',
  'Cà Mau',
  'Lê Kim Xuyến',
  'Công ty Müller',
  'Citroën',
  'CB-01',
  '12-QĐ/TU',
  'diện tích 5 m²',
  'Võ Thành Tâm',
  'Nguyễn Văn An'.normalize('NFD'),
])('leaves %p alone', (text) => {
  expect(legacyOf(text)).toBeUndefined();
});

it('takes one foreign letter for legacy text once the file has shown more of it', () => {
  expect(legacyOf('Höng', false)).toBeUndefined();
  expect(legacyOf('Hö', true)).toBe('VNI');
});

it.each([
  ['Nguy?n V?n An', true],
  ['Nguy\uFFFDn', true],
  ['Có không?', false],
  ['?', false],
])('sees whether letters were lost in %p: %p', (text, damaged) => {
  expect(isDamaged(text)).toBe(damaged);
});
