import { Alert, Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/request.js';
import { useMe } from '../../api/session.js';
import { thisYear } from '../../format/dates.js';
import { Panel } from '../../ui/panel.js';
import { Failure } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { IdPicker, useReasonText } from '../command-form/index.js';
import { whyQuery } from './inbox-api.js';

interface Declared {
  name: string;
  commands: string[];
}

const YEARLY = ['registration', 'programme'];

/** How a record's code is put together, where the page knows. */
function codeOf(workflow: string, subject: string, year: string, code: string): string {
  if (YEARLY.includes(workflow)) return subject === '' ? '' : `${subject}-${year}`;
  return code.trim();
}

/** Something was expected and does not stand in the list: what stands in the way. */
export function WhyPanel() {
  const { t } = useTranslation();
  const me = useMe();
  const [workflow, setWorkflow] = useState('registration');
  const [command, setCommand] = useState('');
  const [subject, setSubject] = useState(me.memberId ?? '');
  const [year, setYear] = useState(String(thisYear()));
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState<{ id: string; command: string; workflow: string }>();
  const words = useWords(workflow);
  const declared = useQuery({
    queryKey: ['workflows'],
    queryFn: ({ signal }) => request<Declared[]>('/workflows', { signal }),
    staleTime: Infinity,
  });
  const all = declared.data ?? [];
  const commands = all.find(({ name }) => name === workflow)?.commands ?? [];
  const chosen = commands.includes(command) ? command : (commands[0] ?? '');
  const id = codeOf(workflow, subject, year, code);
  return (
    <Panel title={t('inbox.why')} hint={t('inbox.whyHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (id !== '' && chosen !== '') setAsked({ workflow, id, command: chosen });
        }}
      >
        <Stack gap="sm">
          <Group grow align="flex-end" preventGrowOverflow={false}>
            <WorkflowSelect
              names={all.map(({ name }) => name)}
              value={workflow}
              set={setWorkflow}
            />
            <NativeSelect
              label={t('inbox.whyCommand')}
              value={chosen}
              data={commands.map((value) => ({ value, label: words.command(value) }))}
              onChange={(event) => setCommand(event.currentTarget.value)}
            />
          </Group>
          {YEARLY.includes(workflow) ? (
            <Group grow align="flex-end" preventGrowOverflow={false}>
              <IdPicker
                kind={workflow === 'programme' ? 'unit' : 'member'}
                label={workflow === 'programme' ? t('inbox.whyUnit') : t('inbox.whyMember')}
                value={subject}
                onChange={setSubject}
              />
              <TextInput
                label={t('unit.year')}
                inputMode="numeric"
                value={year}
                onChange={(event) => setYear(event.currentTarget.value)}
              />
            </Group>
          ) : (
            <TextInput
              label={t('inbox.whyCode')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
          <Group>
            <Button type="submit" variant="light" disabled={id === ''}>
              {t('inbox.whyAsk')}
            </Button>
          </Group>
        </Stack>
      </form>
      {asked && <Answer key={JSON.stringify(asked)} {...asked} />}
    </Panel>
  );
}

function WorkflowSelect(props: {
  names: readonly string[];
  value: string;
  set: (name: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('inbox.whyWorkflow')}
      value={props.value}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      {props.names.map((name) => (
        <WorkflowOption key={name} name={name} />
      ))}
    </NativeSelect>
  );
}

function WorkflowOption({ name }: { name: string }) {
  return <option value={name}>{useWords(name).name}</option>;
}

function Answer({ workflow, id, command }: { workflow: string; id: string; command: string }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const words = useWords(workflow);
  const why = useQuery(whyQuery(workflow, id, command));
  if (why.isError) return <Failure error={why.error} />;
  if (!why.data) return null;
  if (why.data.possible)
    return (
      <Alert color="green" role="status">
        {t('inbox.whyPossible', { command: words.command(command) })}
      </Alert>
    );
  return (
    <Alert color="orange" role="status" title={t('inbox.whyNot')}>
      <List size="sm">
        {[...new Set(why.data.reasons.map(reasonText))].map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed" mt={6}>
        {t('inbox.whyState', { state: words.state(why.data.state) })}
      </Text>
    </Alert>
  );
}
