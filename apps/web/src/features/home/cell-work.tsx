import { Button, Group, NativeSelect } from '@mantine/core';
import { IconChecks, IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationsQuery, unitQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import type { RegistrationRow } from '../../api/types.js';
import { thisYear } from '../../format/dates.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { EndorseDialog } from '../registration/endorse-dialog.js';
import { useLastYear } from '../unit/use-last-year.js';
import { RegistrationRows } from '../unit/registration-rows.js';

const ORDER = [
  'submitted',
  'returned',
  'draft',
  'endorsed',
  'published',
  'in_force',
  'assessed',
  'closed',
];

const byUrgency = (a: RegistrationRow, b: RegistrationRow): number =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
  (a.submittedAt ?? '').localeCompare(b.submittedAt ?? '');

/** The cell's registrations of a year, what waits for the secretary first. */
export function CellWork({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const unit = useQuery(unitQuery(unitId));
  const [chosen, setChosen] = useState<number | null>(null);
  const [endorsing, setEndorsing] = useState<RegistrationRow | null>(null);
  const years = [...new Set([...(unit.data?.years ?? []), thisYear()])].sort((a, b) => b - a);
  const period = chosen ?? thisYear();
  const list = useQuery(registrationsQuery(unitId, { period, size: 200 }));
  const rows = [...(list.data?.items ?? [])].sort(byUrgency);
  const waiting = rows.filter((row) => row.state === 'submitted').length;
  const lastYear = useLastYear(unit.data);
  return (
    <Panel
      title={t('home.cell', { name: unit.data?.name ?? '' })}
      hint={list.data && t('home.waiting', { count: waiting })}
      aside={
        <Group gap="xs" align="flex-end">
          <NativeSelect
            aria-label={t('unit.year')}
            value={String(period)}
            data={years.map(String)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
          <LinkButton
            to="/units/$unitId"
            params={{ unitId }}
            variant="default"
            leftSection={<IconLayoutDashboard size={17} aria-hidden />}
          >
            {t('home.dashboard')}
          </LinkButton>
        </Group>
      }
    >
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Empty
          title={t('home.cellNone', { year: period })}
          advice={t('home.cellNoneAdvice')}
          action={
            lastYear !== undefined &&
            lastYear !== period && (
              <Button variant="light" onClick={() => setChosen(lastYear)}>
                {t('home.showYear', { year: lastYear })}
              </Button>
            )
          }
        />
      )}
      {rows.length > 0 && (
        <RegistrationRows
          rows={rows}
          withUnit={false}
          action={(row) =>
            row.state === 'submitted' &&
            row.memberId !== me.memberId && (
              <Button
                size="compact-sm"
                leftSection={<IconChecks size={15} aria-hidden />}
                onClick={() => setEndorsing(row)}
              >
                {t('workflow.registration.command.endorse')}
              </Button>
            )
          }
        />
      )}
      {endorsing && <EndorseDialog row={endorsing} close={() => setEndorsing(null)} />}
    </Panel>
  );
}
