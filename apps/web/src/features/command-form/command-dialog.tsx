import { Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offeredQuery } from '../../api/instance-queries.js';
import { useFormat } from '../../format/use-format.js';
import { Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { CommandForm, type CommandFormProps } from './command-form.js';
import { useReasonsText } from './reason-text.js';

export interface CommandDialogProps extends Pick<
  CommandFormProps,
  'workflow' | 'id' | 'command' | 'initial' | 'fields' | 'unitId' | 'submitLabel' | 'data' | 'above'
> {
  /** Default: the name of the command. */
  title?: string;
  /** Several people at once: what others write meanwhile is no conflict. */
  shared?: boolean;
  /** What is already known of the input of a record not yet begun. */
  known?: Record<string, string>;
  close: () => void;
  onDone?: CommandFormProps['onDone'];
}

/** A command of a record, asked for in a dialog; fills the screen of a phone. */
export function CommandDialog(props: CommandDialogProps) {
  const { shared = false, known, title, close, onDone, ...form } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords(form.workflow);
  const reasonsText = useReasonsText();
  const phone = useMediaQuery('(max-width: 48em)');
  const offered = useQuery(offeredQuery(form.workflow, form.id, known));
  const action = offered.data?.actions.find(({ command }) => command === form.command);
  const meaning = words.meaning(form.command);
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={700}>{title ?? words.command(form.command)}</Text>}
      size="lg"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {meaning !== '' && <Text size="sm">{meaning}</Text>}
        {action?.due && (
          <Text size="sm" fw={600}>
            {t('registration.due', { on: format.date(action.due) })}
          </Text>
        )}
        {offered.isPending && <Loading />}
        {offered.isError && <Failure error={offered.error} retry={() => void offered.refetch()} />}
        {action && !action.allowed && (
          <Text size="sm" c="var(--guong-warn)" role="status">
            {reasonsText(action.reasons)}
          </Text>
        )}
        {offered.data && action && (
          <CommandForm
            {...form}
            schema={action.input}
            revision={shared ? null : offered.data.revision}
            state={offered.data.state}
            onCancel={close}
            onDone={(answer) => {
              onDone?.(answer);
              close();
            }}
          />
        )}
      </Stack>
    </Modal>
  );
}
