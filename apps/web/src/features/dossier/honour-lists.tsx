import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestItem, ModelItem, PactItem } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Empty } from '../../ui/states.js';

interface LineProps {
  workflow: string;
  id: string;
  title: string;
  state: string;
  details: readonly (string | false | null)[];
}

function Line({ workflow, id, title, state, details }: LineProps) {
  return (
    <li style={{ padding: '10px 0', borderBottom: '1px solid var(--guong-line)' }}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Link
          to="/r/$workflow/$id"
          params={{ workflow, id }}
          size="sm"
          fw={600}
          style={{ flex: '1 1 200px' }}
        >
          {title}
        </Link>
        <StateBadge workflow={workflow} state={state} size="sm" />
      </Group>
      <Text size="sm" c="dimmed">
        {details.filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
}

const List = ({ children }: { children: ReactNode }) => (
  <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
    {children}
  </Stack>
);

/** Ways of doing that others may copy. */
export function ModelsPanel({ models }: { models: readonly ModelItem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('honours.models', { count: models.length })}>
      {models.length === 0 && (
        <Empty title={t('honours.noModels')} advice={t('honours.noModelsAdvice')} />
      )}
      <List>
        {models.map((model) => (
          <Line
            key={model.modelId}
            workflow="model"
            id={model.modelId}
            title={model.name}
            state={model.state}
            details={[
              model.unitName,
              model.recognisedOn &&
                t('honours.recognised', {
                  on: format.date(model.recognisedOn),
                  number: model.decisionNo ?? '',
                }),
              model.replications > 0 && t('honours.copied', { count: model.replications }),
            ]}
          />
        ))}
      </List>
    </Panel>
  );
}

export function ContestsPanel({ contests }: { contests: readonly ContestItem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('honours.contests', { count: contests.length })}>
      {contests.length === 0 && (
        <Empty title={t('honours.noContests')} advice={t('honours.noContestsAdvice')} />
      )}
      <List>
        {contests.map((contest) => (
          <Line
            key={contest.contestId}
            workflow="contest"
            id={contest.contestId}
            title={contest.title}
            state={contest.state}
            details={[
              contest.unitName,
              format.date(contest.on),
              t('honours.entries', { count: contest.entries }),
              contest.prizes > 0 && t('honours.prizes', { count: contest.prizes }),
            ]}
          />
        ))}
      </List>
    </Panel>
  );
}

export function PactsPanel({ pacts, year }: { pacts: readonly PactItem[]; year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('honours.pacts', { year })}>
      {pacts.length === 0 && (
        <Empty title={t('honours.noPacts')} advice={t('honours.noPactsAdvice')} />
      )}
      <List>
        {pacts.map((pact) => (
          <Line
            key={pact.unitId}
            workflow="emulation-pact"
            id={`${pact.unitId}-${String(pact.year)}`}
            title={pact.unitName ?? pact.unitId}
            state={pact.state}
            details={[
              t('honours.criteria', { count: pact.criteria, linked: pact.linked }),
              t('honours.points', {
                total: pact.total === null ? '—' : format.count(pact.total),
                of: format.count(pact.attainable),
              }),
            ]}
          />
        ))}
      </List>
    </Panel>
  );
}
