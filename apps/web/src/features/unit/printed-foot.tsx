import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../format/use-format.js';

/** On paper only: when the page was printed and by whom. */
export function PrintedFoot() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  return (
    <Text className="printed" size="xs">
      {t('print.foot', { at: format.moment(new Date().toISOString()), who: me.name })}
    </Text>
  );
}
