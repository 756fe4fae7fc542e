import { Badge } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconClockX, IconProgress } from '@tabler/icons-react';
import { useWords } from '../../ui/words.js';

// Colour never alone: each mark has an icon and its word.
const NOT_STARTED = { color: 'gray', icon: IconCircleDashed };
const LOOKS: Partial<Record<string, typeof NOT_STARTED>> = {
  done: { color: 'green', icon: IconCheck },
  on_track: { color: 'teal', icon: IconProgress },
  late: { color: 'red', icon: IconClockX },
  not_started: NOT_STARTED,
};

/** How a deed stands, and who says so. */
export function MarkBadge({ label, mark }: { label: string; mark: string }) {
  const words = useWords('review');
  const { color, icon: Icon } = LOOKS[mark] ?? NOT_STARTED;
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} />}>
      {label}: {words.value('mark', mark)}
    </Badge>
  );
}
