/** Why a rating is what it is. All invented. */
export const SELF_RATING_TEXTS = [
  'Tự nhận hoàn thành các nội dung đã đăng ký.',
  'Tự nhận có việc nổi bật được chi bộ ghi nhận.',
] as const;
