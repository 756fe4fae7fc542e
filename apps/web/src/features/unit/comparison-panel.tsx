import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { childrenQuery } from '../../api/queries.js';
import type { Indicator, UnitDetail } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { AllFiguresTable } from './all-figures-table.js';
import { RankingTable } from './ranking-table.js';

interface ComparisonPanelProps {
  unit: UnitDetail;
  period: number;
  map: string;
  figure: Indicator;
  select: (indicator: Indicator) => void;
}

/** The units below side by side: one figure ranked with bars, or its whole group at a glance. */
export function ComparisonPanel({ unit, period, map, figure, select }: ComparisonPanelProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState('one');
  const children = useQuery(childrenQuery(unit.id, period, map));
  const rows = children.data?.children ?? [];
  const link = { period, ...(map !== 'then' && { map }) };
  return (
    <Panel
      title={t('ranking.title', { year: period })}
      hint={
        <>
          {form === 'one' && `${t(`indicator.${figure}.name`)}. `}
          <span className="no-print">
            {t(form === 'one' ? 'ranking.hintOne' : 'ranking.hintAll')}
          </span>
        </>
      }
      aside={
        <SegmentedControl
          className="no-print"
          size="xs"
          value={form}
          onChange={setForm}
          aria-label={t('ranking.form')}
          data={[
            { value: 'one', label: t('ranking.one') },
            { value: 'all', label: t('ranking.all') },
          ]}
        />
      }
    >
      {children.isError && <Failure error={children.error} retry={() => void children.refetch()} />}
      {children.isPending && <Loading />}
      {children.data && rows.length === 0 && (
        <Empty title={t('ranking.none')} advice={t('ranking.noneAdvice')} />
      )}
      {rows.length > 0 && form === 'one' && (
        <RankingTable rows={rows} indicator={figure} search={link} />
      )}
      {rows.length > 0 && form === 'all' && (
        <AllFiguresTable rows={rows} search={link} selected={figure} select={select} />
      )}
    </Panel>
  );
}
