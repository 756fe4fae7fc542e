import { Box, Group, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/mark.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { ThemeSwitch } from '../shell/theme-switch.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.title')} · Gương`;
  }, [t]);
  return (
    <Box className={classes.page}>
      <Box className={classes.banner} visibleFrom="md" aria-hidden>
        <div className={classes.mirror}>
          <Mark size={120} />
        </div>
        <Text className={classes.verse}>{t('signIn.verse')}</Text>
        <Text className={classes.promise}>{t('signIn.promise')}</Text>
      </Box>
      <main className={classes.side}>
        <Group justify="flex-end" gap={4} className={classes.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
        <Box className={classes.form}>
          <Group gap="sm" mb="lg">
            <Mark size={44} />
            <div>
              <Title order={1} size="h2">
                {t('product.name')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('product.tagline')}
              </Text>
            </div>
          </Group>
          <SignInForm />
        </Box>
      </main>
    </Box>
  );
}
