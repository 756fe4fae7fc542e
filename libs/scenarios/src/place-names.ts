import type { Level } from '#libs/workflows';
import type { Random } from './random.js';

/** Halves of made-up place names, in the manner of the region. */
const NORTH = {
  first: [
    'Nà',
    'Khuổi',
    'Bản',
    'Pác',
    'Lũng',
    'Phja',
    'Tềnh',
    'Cốc',
    'Thôm',
    'Slam',
    'Khau',
    'Đông',
  ],
  second: [
    'Lìu',
    'Sáng',
    'Vài',
    'Mạ',
    'Thoong',
    'Nhàn',
    'Choọng',
    'Ỏi',
    'Phầy',
    'Rịa',
    'Kheo',
    'Tàng',
    'Sluôn',
    'Lượt',
    'Moong',
    'Bjoóc',
  ],
};
const SOUTH = {
  first: ['Giồng', 'Rạch', 'Cồn', 'Bàu', 'Xẻo', 'Láng', 'Gò', 'Vàm'],
  second: ['Sậy', 'Mây', 'Bần', 'Điên Điển', 'Còng', 'Lức', 'Trầu', 'Mù U', 'Choại', 'Ráng'],
};
const AGENCIES = [
  'Trung tâm Lưu trữ số',
  'Chi cục Thủy lâm',
  'Trung tâm Giống cây trồng',
  'Ban Quản lý hồ đập',
  'Chi cục Đo lường nông sản',
  'Trung tâm Xúc tiến làng nghề',
  'Viện Quy hoạch trung du',
  'Trung tâm Dịch vụ việc làm số',
  'Ban Quản lý rừng đồi chè',
  'Chi cục Quản lý bến bãi',
  'Trung tâm Văn hóa thanh niên',
  'Thư viện số tổng hợp',
  'Trung tâm Kiểm nghiệm thực phẩm',
  'Ban Quản lý cụm công nghiệp',
  'Trung tâm Quan trắc sông Thao',
];
const DEPARTMENTS = [
  'Văn phòng',
  'Phòng Tổng hợp',
  'Phòng Kế hoạch',
  'Phòng Nghiệp vụ',
  'Phòng Thanh tra',
  'Phòng Kỹ thuật',
  'Phòng Tài vụ',
  'Phòng Đào tạo',
];
const OWN_DEPARTMENTS = ['Phòng Tổ chức cán bộ', 'Phòng Đảng viên', 'Văn phòng Ban'];

const NATION: Readonly<Record<string, typeof NORTH>> = { 'binh-dai': SOUTH };

/** Gives each unit of one organisation a name of its own; the top has its real one. */
export class PlaceNames {
  readonly #places: string[];

  constructor(
    private readonly scenarioId: string,
    random: Random,
  ) {
    const { first, second } = NATION[scenarioId] ?? NORTH;
    const all = first.flatMap((one) => second.map((other) => `${one} ${other}`));
    this.#places = random.sample(all, all.length);
  }

  /** `index` counts siblings from 1; `parent` is the name of the unit above. */
  unit(level: Level, index: number, parent: { name: string; level: Level }): string {
    if (this.scenarioId === 'phu-tho')
      return level === 'base'
        ? `Đảng bộ ${AGENCIES[(index - 1) % AGENCIES.length]!}`
        : `Chi bộ ${DEPARTMENTS[(index - 1) % DEPARTMENTS.length]!}`;
    if (this.scenarioId === 'thang-tam') return `Chi bộ khu phố ${index}`;
    if (this.scenarioId === 'lang-son') return this.#sector(level, index, parent);
    if (level === 'district') return `Đảng bộ huyện ${this.#place()}`;
    if (level === 'base') return `Đảng bộ ${index === 2 ? 'thị trấn' : 'xã'} ${this.#place()}`;
    return this.scenarioId === 'binh-dai' ? `Chi bộ ấp ${index}` : `Chi bộ thôn ${this.#place()}`;
  }

  /** A name for a base unit that came out of a merger. */
  renamed(): string {
    return `Đảng bộ xã ${this.#place()}`;
  }

  #sector(level: Level, index: number, parent: { name: string; level: Level }): string {
    if (level === 'organ') return `Cơ quan Ban Tổ chức Huyện ủy ${this.#place()}`;
    return parent.level === 'organ'
      ? `Chi bộ ${parent.name.replace('Cơ quan ', '')}`
      : `Chi bộ ${OWN_DEPARTMENTS[(index - 1) % OWN_DEPARTMENTS.length]!}`;
  }

  /** Places are used up one after the other, then again with a direction. */
  #place(): string {
    const place = this.#places.shift()!;
    const [first, second, direction] = place.split(' | ');
    const turns = ['Thượng', 'Trung', 'Hạ', 'Đông', 'Tây'];
    const next = turns[direction === undefined ? 0 : turns.indexOf(direction) + 1];
    this.#places.push(`${first} | ${second ?? ''} | ${next ?? turns[0]!}`);
    return place.replaceAll(' | ', ' ').replace(/ +/g, ' ');
  }
}
