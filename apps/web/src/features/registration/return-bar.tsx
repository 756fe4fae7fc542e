import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage, Remark } from '../../api/types.js';
import { CommandFailure } from '../command-form/command-failure.js';
import { useCommand } from '../command-form/use-command.js';
import classes from './registration.module.css';

interface ReturnBarProps {
  page: RegistrationPage;
  marks: readonly Remark[];
  stop: () => void;
}

/** Sends the paper back with the marked lines. */
export function ReturnBar({ page, marks, stop }: ReturnBarProps) {
  const { t } = useTranslation();
  const order = useCommand('registration', `${page.memberId}-${String(page.year)}`);
  const send = () =>
    order.mutate(
      { command: 'return', input: { remarks: marks }, expectedRevision: page.revision },
      { onSuccess: stop },
    );
  return (
    <Paper className={`card ${classes.deskbar ?? ''}`} bg="var(--guong-card)">
      <Stack gap="xs">
        {order.isError && <CommandFailure error={order.error} />}
        <Group justify="space-between">
          <Text size="sm" role="status">
            {t('return.marked', { count: marks.length })}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={stop}>
              {t('common.cancel')}
            </Button>
            <Button
              color="#a34100"
              leftSection={<IconArrowBackUp size={17} aria-hidden />}
              disabled={marks.length === 0}
              loading={order.isPending}
              onClick={send}
            >
              {t('workflow.registration.command.return')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
