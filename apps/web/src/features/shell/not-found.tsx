import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link.js';
import { Empty } from '../../ui/states.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="page">
      <Empty
        title={t('notFound.title')}
        advice={t('notFound.advice')}
        action={<LinkButton to="/">{t('shell.home')}</LinkButton>}
      />
    </main>
  );
}
