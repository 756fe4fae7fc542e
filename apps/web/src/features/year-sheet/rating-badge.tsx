import { Badge } from '@mantine/core';
import { IconCheck, IconMinus, IconStarFilled, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '../../api/cycle-types.js';
import { useWords } from '../../ui/words.js';

// Colour never alone: each rating has an icon and its word.
const LOOKS = {
  excellent: { color: 'vang', icon: IconStarFilled },
  good: { color: 'green', icon: IconCheck },
  completed: { color: 'gray', icon: IconMinus },
  not_completed: { color: 'red', icon: IconX },
} as const;

/** A rating as a short word with its mark; its whole name for whoever asks. */
export function RatingBadge({ rating }: { rating: Rating | null }) {
  const { t } = useTranslation();
  const words = useWords('classification');
  if (rating === null) return <>—</>;
  const { color, icon: Icon } = LOOKS[rating];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      miw="max-content"
      leftSection={<Icon size={12} aria-hidden />}
      title={words.value('rating', rating)}
    >
      {t(`yearSheet.short.${rating}`)}
    </Badge>
  );
}
