import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JsonSchema } from '../../api/instance-types.js';
import { viewsShow } from '../../api/read-your-write.js';
import { Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { FieldInput } from '../command-form/field-input.js';
import { fieldsOf } from '../command-form/fields-of-schema.js';
import { FormContext } from '../command-form/form-context.js';
import { inputOf, valuesFor, type Values } from '../command-form/form-input.js';
import { useReasonText } from '../command-form/index.js';
import {
  type BatchAnswer,
  type BatchLine,
  type InboxItem,
  offeredToQuery,
  sendBatch,
} from './inbox-api.js';

interface BatchProps {
  /** All of one command, and in one name. */
  items: readonly InboxItem[];
  close: () => void;
}

const nameOf = (item: InboxItem): string => item.memberName ?? item.unitName ?? item.id;

/** Several records, one command: asked for once, answered record by record. */
export function BatchDialog({ items, close }: BatchProps) {
  const { t } = useTranslation();
  const first = items[0]!;
  const words = useWords(first.workflow);
  const phone = useMediaQuery('(max-width: 48em)');
  const offered = useQuery(offeredToQuery(first));
  const schema = offered.data?.actions.find(({ command }) => command === first.command)?.input;
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={700}>{words.command(first.command)}</Text>}
      size="lg"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {offered.isPending && <Loading />}
      {offered.isError && <Failure error={offered.error} retry={() => void offered.refetch()} />}
      {schema && <Batch items={items} schema={schema} close={close} />}
    </Modal>
  );
}

function Batch({ items, schema, close }: BatchProps & { schema: JsonSchema }) {
  const { t } = useTranslation();
  const first = items[0]!;
  const words = useWords(first.workflow);
  const client = useQueryClient();
  const fields = useMemo(() => fieldsOf(schema, first.command), [schema, first.command]);
  const form = useForm<Values>({ initialValues: valuesFor(fields, {}) });
  // One attempt, one key: sent again after a lost answer, it is done once.
  const [key] = useState(() => crypto.randomUUID());
  const [answer, setAnswer] = useState<BatchAnswer>();
  const order = useMutation({
    networkMode: 'always',
    mutationFn: () => sendBatch(items, inputOf(fields, form.getValues()).input, key),
    onSuccess: async (done) => {
      setAnswer(done);
      if (done.position !== null) await viewsShow(done.position);
      await client.invalidateQueries();
    },
  });
  if (answer) return <Outcome items={items} answer={answer} close={close} />;
  return (
    <FormContext value={{ form, words, unitId: first.unitId ?? undefined, Field: FieldInput }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!order.isPending) order.mutate();
        }}
      >
        <Stack>
          {first.onBehalfOf !== null && (
            <Alert color="vang" p="xs">
              {t('inbox.inNameOf', { name: first.personName ?? first.onBehalfOf.personId })}
            </Alert>
          )}
          <Text size="sm">{t('inbox.batchOf', { count: items.length })}</Text>
          <List size="sm">
            {items.map((item) => (
              <List.Item key={item.id}>{nameOf(item)}</List.Item>
            ))}
          </List>
          {fields.map((field) => (
            <FieldInput key={field.name} field={field} path={field.name} />
          ))}
          {order.isError && <Failure error={order.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={order.isPending}>
              {words.command(first.command)}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormContext>
  );
}

interface OutcomeProps {
  items: readonly InboxItem[];
  answer: BatchAnswer;
  close: () => void;
}

/** Record by record: done, or why not. */
function Outcome({ items, answer, close }: OutcomeProps) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const isDone = ({ outcome }: BatchLine): boolean => outcome === 'accepted';
  const names = new Map(items.map((item) => [item.id, nameOf(item)]));
  return (
    <Stack>
      <Text fw={600} role="status">
        {t('inbox.batchDone', { done: answer.accepted, count: answer.lines.length })}
      </Text>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {answer.lines.map((line) => (
          <Group key={line.id} component="li" gap="sm" wrap="nowrap" align="flex-start">
            {isDone(line) ? (
              <IconCheck color="var(--guong-good)" aria-label={t('inbox.done')} />
            ) : (
              <IconX color="var(--guong-warn)" aria-label={t('inbox.notDone')} />
            )}
            <div>
              <Text size="sm" fw={600}>
                {names.get(line.id) ?? line.id}
              </Text>
              {line.reasons.length > 0 && (
                <Text size="sm" c="var(--guong-warn)">
                  {[...new Set(line.reasons.map(reasonText))].join(' ')}
                </Text>
              )}
            </div>
          </Group>
        ))}
      </Stack>
      <Group justify="flex-end">
        <Button onClick={close}>{t('common.close')}</Button>
      </Group>
    </Stack>
  );
}
