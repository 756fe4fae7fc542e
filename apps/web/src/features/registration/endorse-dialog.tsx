import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationQuery } from '../../api/queries.js';
import type { RegistrationPage, RegistrationRow } from '../../api/types.js';
import { LinkButton } from '../../ui/link.js';
import { Failure, Loading } from '../../ui/states.js';
import { CommandFailure } from '../command-form/command-failure.js';
import { PaperView } from './paper-view.js';
import { useReasonText } from '../command-form/reason-text.js';
import { useCommand } from '../command-form/use-command.js';

interface EndorseDialogProps {
  row: RegistrationRow;
  close: () => void;
}

function Endorsing({ page, close }: { page: RegistrationPage; close: () => void }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const [minutesNo, setMinutesNo] = useState('');
  const order = useCommand('registration', `${page.memberId}-${String(page.year)}`);
  const action = page.actions.find((one) => one.command === 'endorse');
  const input = minutesNo.trim() === '' ? {} : { minutesNo: minutesNo.trim() };
  return (
    <Stack>
      <PaperView page={page} />
      {order.isError && <CommandFailure error={order.error} />}
      {action?.allowed ? (
        <TextInput
          label={t('form.minutesNo')}
          description={t('form.minutesNoHint')}
          value={minutesNo}
          onChange={(event) => setMinutesNo(event.currentTarget.value)}
        />
      ) : (
        <Text c="var(--guong-warn)" size="sm" role="status">
          {action?.reasons.map(reasonText).join(' ')}
        </Text>
      )}
      <Group justify="flex-end">
        <LinkButton
          to="/registration/$memberId/$year"
          params={{ memberId: page.memberId, year: String(page.year) }}
          variant="default"
        >
          {t('registrations.open')}
        </LinkButton>
        <Button
          disabled={!action?.allowed}
          loading={order.isPending}
          leftSection={<IconChecks size={17} aria-hidden />}
          onClick={() =>
            order.mutate(
              { command: 'endorse', input, expectedRevision: page.revision },
              { onSuccess: close },
            )
          }
        >
          {t('workflow.registration.command.endorse')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Endorsing from the list: nobody endorses what they have not had before their eyes. */
export function EndorseDialog({ row, close }: EndorseDialogProps) {
  const { t } = useTranslation();
  const page = useQuery(registrationQuery(row.memberId, row.year));
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      title={
        <Text fw={700}>
          {t('registration.of', { year: row.year })} · {row.memberName ?? row.memberId}
        </Text>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {page.isPending && <Loading />}
      {page.isError && <Failure error={page.error} retry={() => void page.refetch()} />}
      {page.data && <Endorsing page={page.data} close={close} />}
    </Modal>
  );
}
