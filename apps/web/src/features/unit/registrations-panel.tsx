import { Button, Chip, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registrationPagesQuery } from '../../api/queries.js';
import type { UnitDetail } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, isForbidden, Loading } from '../../ui/states.js';
import { RegistrationRows } from './registration-rows.js';

const STATES = ['submitted', 'returned', 'endorsed', 'in_force', 'assessed', 'closed'] as const;

/** Who has registered and how far each is; the way to the person and to the paper. */
export function RegistrationsPanel({ unit, period }: { unit: UnitDetail; period: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState('');
  const list = useInfiniteQuery(registrationPagesQuery(unit.id, { period, state }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? rows.length;
  // Whoever sees only totals has no list of names here.
  if (isForbidden(list.error)) return null;
  return (
    <Panel
      title={t('registrations.title', { year: period })}
      hint={list.data && t('registrations.count', { count: total, n: format.count(total) })}
      aside={
        <Chip.Group value={state} onChange={(next) => setState(next)}>
          <Group gap={6} className="no-print" role="group" aria-label={t('registrations.filter')}>
            <Chip size="xs" value="">
              {t('registrations.any')}
            </Chip>
            {STATES.map((one) => (
              <Chip key={one} size="xs" value={one}>
                {t(`workflow.registration.state.${one}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      }
    >
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && rows.length === 0 && (
        <Empty
          title={t('registrations.none')}
          advice={t('registrations.noneAdvice')}
          action={
            <LinkButton to="/units/$unitId/members" params={{ unitId: unit.id }} variant="light">
              {t('unit.membersLink')}
            </LinkButton>
          }
        />
      )}
      {rows.length > 0 && <RegistrationRows rows={rows} withUnit={unit.level !== 'cell'} />}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
          className="no-print"
        >
          {t('common.more')}
        </Button>
      )}
    </Panel>
  );
}
