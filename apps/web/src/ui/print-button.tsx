import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Prints the page; what is only for the screen is left out by its class. */
export function PrintButton() {
  const { t } = useTranslation();
  return (
    <Button
      className="no-print"
      variant="default"
      leftSection={<IconPrinter size={17} aria-hidden />}
      onClick={() => window.print()}
      visibleFrom="sm"
    >
      {t('common.print')}
    </Button>
  );
}
