import { Badge } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconFlag,
  IconLock,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

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
};

/** The state of a registration, as a word with its mark. */
export function StateBadge({ state, size = 'md' }: { state: string; size?: 'sm' | 'md' | 'lg' }) {
  const { t, i18n } = useTranslation();
  const look = LOOKS[state] ?? { color: 'gray', icon: IconClock };
  const Icon = look.icon;
  return (
    <Badge
      variant="light"
      color={look.color}
      size={size}
      leftSection={<Icon size={13} />}
      tt="none"
    >
      {i18n.exists(`state.${state}`) ? t(`state.${state}`) : state}
    </Badge>
  );
}
