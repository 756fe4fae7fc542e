import { Alert, Text } from '@mantine/core';
import { IconMessage2Exclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Remark } from '../../api/types.js';

/** A returned line's remark, at the line. */
export function RemarkNote({ remarks, path }: { remarks: readonly Remark[]; path: string }) {
  const { t } = useTranslation();
  const here = remarks.filter((remark) => remark.path === path);
  if (here.length === 0) return null;
  return (
    <Alert color="orange" p="xs" icon={<IconMessage2Exclamation size={18} aria-hidden />}>
      {here.map((remark) => (
        <Text size="sm" key={remark.text}>
          <b>{t('registration.remark')}:</b> {remark.text}
        </Text>
      ))}
    </Alert>
  );
}
