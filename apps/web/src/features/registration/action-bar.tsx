import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconChecks,
  IconClipboardCheck,
  IconLock,
  IconPlayerPlay,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useReasonText, worthSaying } from '../command-form/reason-text.js';
import classes from './registration.module.css';

/** In the order of the paper's life; writing commands have their own form. */
const COMMANDS = [
  { name: 'endorse', icon: IconChecks, main: true },
  { name: 'return', icon: IconArrowBackUp, main: false },
  { name: 'publish', icon: IconSpeakerphone, main: false },
  { name: 'bringIntoForce', icon: IconPlayerPlay, main: true },
  { name: 'adjust', icon: IconAdjustments, main: false },
  { name: 'assess', icon: IconClipboardCheck, main: true },
  { name: 'close', icon: IconLock, main: false },
] as const;

interface ActionBarProps {
  page: RegistrationPage;
  choose: (command: string) => void;
}

/** The server's list of actions as buttons; what a person would expect but may not do says why. */
export function ActionBar({ page, choose }: ActionBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const known = COMMANDS.flatMap((command) => {
    const action = page.actions.find((one) => one.command === command.name);
    return action ? [{ ...command, action }] : [];
  });
  const allowed = known.filter(({ action }) => action.allowed);
  const refused = known.filter(({ action }) => !action.allowed && worthSaying(action.reasons));
  if (allowed.length === 0 && (refused.length === 0 || !page.form)) return null;
  const due = allowed.find(({ action }) => action.due)?.action.due;
  return (
    <Paper
      className={`card no-print ${classes.deskbar ?? ''}`}
      bg="var(--guong-card)"
      component="section"
      aria-label={t('common.actions')}
    >
      <Stack gap="xs">
        {due && <Text size="sm">{t('registration.due', { on: format.date(due) })}</Text>}
        {allowed.length > 0 && (
          <Group gap="xs">
            {allowed.map(({ name, icon: Icon, main }) => (
              <Button
                key={name}
                variant={main ? 'filled' : 'default'}
                leftSection={<Icon size={17} aria-hidden />}
                onClick={() => choose(name)}
              >
                {t(`workflow.registration.command.${name}`)}
              </Button>
            ))}
          </Group>
        )}
        {refused.map(({ name, action }) => (
          <Text key={name} size="sm" c="dimmed">
            <b>{t(`workflow.registration.command.${name}`)}</b>:{' '}
            {action.reasons.map(reasonText).join(' ')}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}
