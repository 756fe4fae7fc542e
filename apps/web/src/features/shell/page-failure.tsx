import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/states.js';

/** A page that broke: says so in words; what was typed is still kept in the browser. */
export function PageFailure() {
  const { t } = useTranslation();
  return (
    <div className="page" role="alert">
      <Empty
        title={t('pageFailure.title')}
        advice={t('pageFailure.advice')}
        action={<Button onClick={() => window.location.reload()}>{t('pageFailure.reload')}</Button>}
      />
    </div>
  );
}
