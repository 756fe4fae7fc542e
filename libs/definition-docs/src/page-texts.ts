import type { Bilingual } from '#libs/platform';

/** Headings and sentences of the reference pages. */
export const PAGE = {
  generated: {
    vi: 'Trang này được viết ra từ khai báo của quy trình (`npm run docs`); đừng sửa tay.',
    en: 'Written from the declaration of the workflow (`npm run docs`); do not edit by hand.',
  },
  about: {
    vi: 'Quy trình `{name}`, bản {version}; luồng sự kiện `{stream}-…`. Sơ đồ BPMN: [{name}.bpmn]({name}.bpmn). Lược đồ sự kiện: [{name}.json](../schemas/{name}.json).',
    en: 'Workflow `{name}`, version {version}; streams `{stream}-…`. BPMN diagram: [{name}.bpmn]({name}.bpmn). Event schemas: [{name}.json](../schemas/{name}.json).',
  },
  states: { vi: 'Trạng thái', en: 'States' },
  matrix: { vi: 'Ai được làm gì, khi nào', en: 'Who may do what, and when' },
  matrixKey: {
    vi: '● được làm, trạng thái giữ nguyên; → được làm và chuyển sang trạng thái đó; ô trống: không làm được.',
    en: '● possible, the state stays; → possible and leads to that state; empty: not possible.',
  },
  command: { vi: 'Việc', en: 'Command' },
  who: { vi: 'Ai được làm', en: 'Who may do it' },
  commands: { vi: 'Các việc', en: 'Commands' },
  records: { vi: 'Ghi nhận', en: 'Records' },
  needs: { vi: 'Cần biết trước', en: 'Must be known' },
  noInput: { vi: 'Không cần nhập gì.', en: 'Takes no input.' },
  field: { vi: 'Trường', en: 'Field' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  type: { vi: 'Giá trị', en: 'Value' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  yes: { vi: 'có', en: 'yes' },
  refusal: { vi: 'Từ chối', en: 'Refusal' },
  sentence: { vi: 'Câu người dùng đọc', en: 'What the person reads' },
  deadlines: { vi: 'Thời hạn', en: 'Deadlines' },
  noDeadlines: { vi: 'Không có thời hạn nào.', en: 'There are no deadlines.' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  due: { vi: 'Đến hạn', en: 'Due' },
  stops: { vi: 'Việc phải làm', en: 'What must be done' },
  remind: { vi: 'Nhắc', en: 'Reminders' },
  escalate: { vi: 'Báo cấp trên', en: 'Level above is told' },
  fire: { vi: 'Khi quá hạn', en: 'When it has passed' },
  extend: { vi: 'Ai được gia hạn', en: 'Who may extend it' },
  facts: { vi: 'Sự kiện', en: 'Events' },
  leadsTo: { vi: 'chuyển sang «{state}»', en: 'leads to “{state}”' },
  reactors: { vi: 'Bộ phản ứng đang nghe', en: 'Reactors that listen' },
  noFields: { vi: 'Không có dữ liệu.', en: 'Holds no data.' },
  sealed: {
    vi: 'Phần niêm phong `{part}` ({text}), thuộc về một người',
    en: 'Sealed part `{part}` ({text}), belonging to one person',
  },
  index: { vi: 'Các quy trình', en: 'Workflows' },
  indexIntro: {
    vi: 'Mỗi quy trình một trang: sơ đồ trạng thái, ai được làm gì, các việc với dữ liệu nhập và lý do từ chối, thời hạn, sự kiện. Lấy từ chính khai báo mà máy chủ chạy.',
    en: 'One page per workflow: state diagram, who may do what, commands with their inputs and refusals, deadlines, events. Taken from the very declaration that the server runs.',
  },
  possibleIn: { vi: 'Làm được khi: {states}.', en: 'Possible while: {states}.' },
  bpmn: { vi: 'Đọc sơ đồ BPMN', en: 'Reading the BPMN diagrams' },
  bpmnIntro: {
    vi: 'Mỗi tệp `.bpmn` là BPMN 2.0 kèm tọa độ, mở được bằng công cụ vẽ BPMN bất kỳ.',
    en: 'Each `.bpmn` file is BPMN 2.0 with coordinates and opens in any BPMN modeller.',
  },
} satisfies Record<string, Bilingual>;

/** How a declaration becomes a process; the first row is the head. */
export const BPMN_MAPPING: readonly (readonly [said: Bilingual, drawn: Bilingual])[] = [
  [
    { vi: 'trong khai báo', en: 'in the declaration' },
    {
      vi: 'trong BPMN',
      en: 'in BPMN',
    },
  ],
  [
    { vi: 'trạng thái bắt đầu', en: 'the start' },
    {
      vi: 'sự kiện bắt đầu, dẫn tới cổng của trạng thái đó',
      en: 'a start event that leads to the gateway of the first state',
    },
  ],
  [
    { vi: 'trạng thái', en: 'a state' },
    {
      vi: 'cổng loại trừ mang tên trạng thái: ở đây chờ một trong các việc tiếp theo',
      en: "an exclusive gateway with the state's name: here one of the next commands is awaited",
    },
  ],
  [
    { vi: 'việc do người làm', en: 'a command of people' },
    {
      vi: 'tác vụ người dùng; phần mô tả ghi ai được làm',
      en: 'a user task; its documentation says who may do it',
    },
  ],
  [
    { vi: 'việc chỉ hệ thống làm', en: 'a command of the system alone' },
    {
      vi: 'tác vụ dịch vụ',
      en: 'a service task',
    },
  ],
  [
    { vi: 'việc có nhiều kết cục', en: 'a command with several outcomes' },
    {
      vi: 'tác vụ, sau đó là cổng loại trừ, mỗi nhánh mang tên trạng thái đến',
      en: 'the task, then an exclusive gateway; each way out has the name of its state',
    },
  ],
  [
    { vi: 'việc có thể giữ nguyên trạng thái', en: 'a command that may stay in its state' },
    {
      vi: 'một tác vụ riêng cho mỗi trạng thái, quay về đúng cổng đó',
      en: 'a task for each state, which returns to that very gateway',
    },
  ],
  [
    {
      vi: 'việc làm được ở ba trạng thái trở lên mà không đổi trạng thái',
      en: 'a command possible in three states or more that leads nowhere',
    },
    {
      vi: 'tác vụ trong một quy trình con theo sự kiện, không ngắt; phần mô tả ghi các trạng thái',
      en: 'a task in a non-interrupting event sub-process; its documentation names the states',
    },
  ],
  [
    { vi: 'thời hạn', en: 'a deadline' },
    {
      vi: 'sự kiện hẹn giờ không ngắt, gắn vào tác vụ phải làm; ngày làm việc và lễ tết tính theo lịch của hệ thống',
      en: "a non-interrupting timer on the task that must be done; working days and holidays are those of the product's calendar",
    },
  ],
  [
    { vi: 'quá hạn', en: 'its passing' },
    {
      vi: 'việc hệ thống tự làm, hoặc sự kiện kết thúc có leo thang: chỉ ghi nhận và báo',
      en: 'the command that the system then executes, or an end event with an escalation: it is recorded and told',
    },
  ],
  [
    { vi: 'trạng thái cuối', en: 'a final state' },
    {
      vi: 'sự kiện kết thúc',
      en: 'an end event',
    },
  ],
];
