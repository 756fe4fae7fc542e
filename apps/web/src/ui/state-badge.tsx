import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconClockX,
  IconFlag,
  IconLock,
  IconMedal,
  IconMessage,
  IconMessageQuestion,
  IconPencil,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useWords } from './words.js';

interface Look {
  color: string;
  icon: ComponentType<{ size?: number }>;
}

// Colour never alone: each state has an icon and its word.
const LOOKS: Record<string, Look> = {
  none: { color: 'gray', icon: IconCircleDashed },
  draft: { color: 'gray', icon: IconPencil },
  submitted: { color: 'blue', icon: IconSend },
  returned: { color: 'orange', icon: IconArrowBackUp },
  endorsed: { color: 'green', icon: IconCheck },
  published: { color: 'teal', icon: IconFlag },
  in_force: { color: 'teal', icon: IconFlag },
  assessed: { color: 'grape', icon: IconCircleCheck },
  closed: { color: 'dark', icon: IconLock },
  self_reported: { color: 'blue', icon: IconSend },
  remarked: { color: 'teal', icon: IconMessage },
  acknowledged: { color: 'green', icon: IconCheck },
  resolved: { color: 'green', icon: IconCheck },
  disputed: { color: 'orange', icon: IconMessageQuestion },
  missed: { color: 'red', icon: IconClockX },
  overdue: { color: 'red', icon: IconClockX },
  open: { color: 'blue', icon: IconFlag },
  due: { color: 'orange', icon: IconClock },
  held: { color: 'teal', icon: IconCheck },
  adopted: { color: 'green', icon: IconCheck },
  concluded: { color: 'green', icon: IconCircleCheck },
  decided: { color: 'green', icon: IconCircleCheck },
  final: { color: 'dark', icon: IconLock },
  presented: { color: 'grape', icon: IconMedal },
  rejected: { color: 'red', icon: IconX },
  revoked: { color: 'red', icon: IconX },
  annulled: { color: 'red', icon: IconX },
  cancelled: { color: 'gray', icon: IconX },
};

/** Colour and mark of a state. */
export const stateLook = (state: string): Look =>
  LOOKS[state] ?? { color: 'gray', icon: IconClock };

interface StateBadgeProps {
  state: string;
  /** Whose state it is; default: a registration's. */
  workflow?: string;
  size?: 'sm' | 'md' | 'lg';
}

/** The state of a record, as a word with its mark. */
export function StateBadge({ state, workflow = 'registration', size = 'md' }: StateBadgeProps) {
  const words = useWords(workflow);
  const look = stateLook(state);
  const Icon = look.icon;
  return (
    <Badge
      variant="light"
      color={look.color}
      size={size}
      leftSection={<Icon size={13} />}
      tt="none"
    >
      {words.state(state)}
    </Badge>
  );
}
