import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const standingOf = (share: number) => (share >= 0.9995 ? 'full' : share >= 0.9 ? 'near' : 'behind');

const LOOKS = {
  full: { icon: IconCircleCheck, color: 'var(--guong-good)' },
  near: { icon: IconCircleDot, color: 'var(--guong-warn)' },
  behind: { icon: IconAlertTriangle, color: 'var(--guong-bad)' },
} as const;

/** How a share stands, as a word and a mark as well as a colour. */
export function Standing({ share }: { share: number }) {
  const { t } = useTranslation();
  const standing = standingOf(share);
  const { icon: Icon, color } = LOOKS[standing];
  return (
    <Text
      size="xs"
      fw={600}
      c={color}
      component="span"
      className="nowrap"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}
    >
      <Icon size={15} aria-hidden />
      {t(`standing.${standing}`)}
    </Text>
  );
}
