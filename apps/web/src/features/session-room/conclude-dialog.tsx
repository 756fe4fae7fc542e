import {
  Button,
  Fieldset,
  Group,
  Modal,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { DateField } from '../../ui/date-field.js';
import { useWords } from '../../ui/words.js';
import { CommandFailure, newId, useCommand } from '../command-form/index.js';
import { keptText } from '../command-form/kept-text.js';
import { AREAS } from './areas.js';
import {
  type Conclusion,
  conclusionInput,
  emptyConclusion,
  type FoundRemedy,
  type FoundShortcoming,
} from './conclusion.js';

interface ConcludeDialogProps {
  id: string;
  subjectId: string;
  /** Whose item it is, in words. */
  name: string;
  /** Who may be given a remedy: those heard in this session. */
  owners: readonly { value: string; label: string }[];
  close: () => void;
}

/** The conclusion of an item: in words, with shortcomings and what mends each by when. */
export function ConcludeDialog({ id, subjectId, name, owners, close }: ConcludeDialogProps) {
  const { t } = useTranslation();
  const { username } = useMe();
  const words = useWords('criticism-session');
  const phone = useMediaQuery('(max-width: 48em)');
  const kept = keptText<Conclusion>(username, `criticism-session.${id}.concludeItem@${subjectId}`);
  const [form, setForm] = useState(() => kept.read()?.values ?? emptyConclusion());
  const order = useCommand('criticism-session', id, () => kept.forget());
  const write = (next: Conclusion) => {
    setForm(next);
    kept.keep(next);
  };
  const owner = owners.some(({ value }) => value === subjectId) ? subjectId : '';
  const put = (index: number, next: FoundShortcoming) =>
    write({
      ...form,
      shortcomings: form.shortcomings.map((one, at) => (at === index ? next : one)),
    });
  const send = () =>
    order.mutate(
      {
        command: 'concludeItem',
        input: conclusionInput(form, subjectId, today()),
        expectedRevision: null,
      },
      { onSuccess: close },
    );
  return (
    <Modal
      opened
      onClose={close}
      size="xl"
      fullScreen={phone}
      title={<Text fw={700}>{t('session.concludeOf', { name })}</Text>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        aria-label={words.command('concludeItem')}
        onSubmit={(event) => {
          event.preventDefault();
          if (!order.isPending) send();
        }}
      >
        <Stack gap="md">
          <Textarea
            label={t('session.conclusion')}
            withAsterisk
            value={form.text}
            onChange={(event) => write({ ...form, text: event.currentTarget.value })}
            autosize
            minRows={3}
            maxRows={14}
          />
          {form.shortcomings.map((one, index) => (
            <Shortcoming
              key={one.id}
              shortcoming={one}
              number={index + 1}
              owners={owners}
              owner={owner}
              put={(next) => put(index, next)}
              remove={() =>
                write({ ...form, shortcomings: form.shortcomings.filter((_, at) => at !== index) })
              }
            />
          ))}
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() =>
                write({ ...form, shortcomings: [...form.shortcomings, emptyShortcoming(owner)] })
              }
            >
              {t('session.addShortcoming')}
            </Button>
          </Group>
          {order.isError && <CommandFailure error={order.error} />}
          <Group justify="space-between" gap="xs">
            <Text size="xs" c="dimmed">
              {t('room.kept')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={order.isPending}>
                {words.command('concludeItem')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const emptyRemedy = (ownerId: string): FoundRemedy => ({
  id: newId(),
  ownerId,
  measure: '',
  due: '',
});

const emptyShortcoming = (ownerId: string): FoundShortcoming => ({
  id: newId(),
  area: '',
  severity: 'minor',
  text: '',
  cause: '',
  remedies: [emptyRemedy(ownerId)],
});

interface ShortcomingProps {
  shortcoming: FoundShortcoming;
  number: number;
  owners: readonly { value: string; label: string }[];
  owner: string;
  put: (next: FoundShortcoming) => void;
  remove: () => void;
}

function Shortcoming({ shortcoming, number, owners, owner, put, remove }: ShortcomingProps) {
  const { t } = useTranslation();
  const words = useWords('criticism-session');
  const choose = { value: '', label: t('common.choose') };
  return (
    <Fieldset legend={t('session.shortcomingNo', { number })}>
      <Stack gap="sm">
        <NativeSelect
          label={words.field('area')}
          withAsterisk
          value={shortcoming.area}
          onChange={(event) => put({ ...shortcoming, area: event.currentTarget.value })}
          data={[choose, ...AREAS.map((value) => ({ value, label: words.value('area', value) }))]}
        />
        <Radio.Group
          label={words.field('severity')}
          value={shortcoming.severity}
          onChange={(severity) => put({ ...shortcoming, severity })}
        >
          <Group gap="md" mt={6}>
            {['minor', 'serious'].map((value) => (
              <Radio key={value} value={value} label={words.value('severity', value)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('session.shortcoming')}
          withAsterisk
          value={shortcoming.text}
          onChange={(event) => put({ ...shortcoming, text: event.currentTarget.value })}
          autosize
          minRows={2}
        />
        <Textarea
          label={t('session.cause')}
          withAsterisk
          value={shortcoming.cause}
          onChange={(event) => put({ ...shortcoming, cause: event.currentTarget.value })}
          autosize
          minRows={1}
        />
        {shortcoming.remedies.map((remedy, index) => (
          <RemedyFields
            key={remedy.id}
            remedy={remedy}
            number={index + 1}
            owners={[choose, ...owners]}
            put={(next) =>
              put({
                ...shortcoming,
                remedies: shortcoming.remedies.map((one, at) => (at === index ? next : one)),
              })
            }
          />
        ))}
        <Group justify="space-between">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              put({ ...shortcoming, remedies: [...shortcoming.remedies, emptyRemedy(owner)] })
            }
          >
            {t('session.addRemedy')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={remove}
          >
            {t('session.removeShortcoming')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface RemedyFieldsProps {
  remedy: FoundRemedy;
  number: number;
  owners: { value: string; label: string }[];
  put: (next: FoundRemedy) => void;
}

function RemedyFields({ remedy, number, owners, put }: RemedyFieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="group" aria-label={t('session.remedyNo', { number })}>
      <Textarea
        label={t('session.measure')}
        withAsterisk
        value={remedy.measure}
        onChange={(event) => put({ ...remedy, measure: event.currentTarget.value })}
        autosize
        minRows={1}
      />
      <Group grow preventGrowOverflow={false} wrap="wrap" gap="sm">
        <NativeSelect
          label={t('session.owner')}
          withAsterisk
          value={remedy.ownerId}
          onChange={(event) => put({ ...remedy, ownerId: event.currentTarget.value })}
          data={owners}
        />
        <DateField
          label={t('session.due')}
          withAsterisk
          value={remedy.due}
          onChange={(due) => put({ ...remedy, due })}
        />
      </Group>
    </Stack>
  );
}
