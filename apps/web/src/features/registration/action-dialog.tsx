import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import type { RegistrationPage } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { AssessFields } from './assess-fields.js';
import { CommandFailure } from '../command-form/command-failure.js';
import { actionField, inputOf, type ActionValues } from './action-values.js';
import { useReasonText } from '../command-form/reason-text.js';
import { SimpleFields } from './simple-fields.js';
import { useCommand } from '../command-form/use-command.js';

export type DialogCommand = 'endorse' | 'publish' | 'bringIntoForce' | 'assess' | 'close';

interface ActionDialogProps {
  command: DialogCommand;
  page: RegistrationPage;
  close: () => void;
}

/** Asks for what a command needs and sends it; refusals appear at the field or on top. */
export function ActionDialog({ command, page, close }: ActionDialogProps) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const order = useCommand('registration', `${page.memberId}-${String(page.year)}`);
  const form = useForm<ActionValues>({
    initialValues: {
      minutesNo: '',
      channel: '',
      legalBasis: '',
      on: today(),
      text: '',
      results: Object.fromEntries(
        (page.form?.deeds ?? []).map((deed, index) => [deed.key ?? String(index), '']),
      ),
      shortcomings: [],
    },
  });
  const send = form.onSubmit((values) =>
    order.mutate(
      { command, input: inputOf(command, values), expectedRevision: page.revision },
      {
        onSuccess: close,
        onError: (error) => {
          if (!isApiError(error)) return;
          form.setErrors(
            Object.fromEntries(
              error.reasons.flatMap((reason) => {
                const field = actionField(reason, values);
                return field === undefined ? [] : [[field, reasonText(reason)]];
              }),
            ),
          );
        },
      },
    ),
  );
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={700}>{t(`workflow.registration.command.${command}`)}</Text>}
      size={command === 'assess' ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack>
          <Text size="sm">{t(`workflow.registration.meaning.${command}`)}</Text>
          {order.isError && <CommandFailure error={order.error} />}
          {command === 'assess' ? (
            <AssessFields page={page} form={form} />
          ) : (
            <SimpleFields command={command} form={form} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={order.isPending}>
              {t(`workflow.registration.command.${command}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
