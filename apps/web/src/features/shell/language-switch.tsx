import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../../i18n/index.js';

/** Two languages need one button: it names the other one, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const vietnamese = i18n.language.startsWith('vi');
  return (
    <Button
      variant="subtle"
      color="gray"
      size="sm"
      px={8}
      lang={vietnamese ? 'en' : 'vi'}
      aria-label={vietnamese ? 'Switch to English' : 'Chuyển sang tiếng Việt'}
      onClick={() => setLanguage(vietnamese ? 'en' : 'vi')}
    >
      {vietnamese ? 'EN' : 'VI'}
    </Button>
  );
}
