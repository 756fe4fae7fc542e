import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconCheck, IconFlag } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceQuery, findingsQuery } from '../../api/cycle-queries.js';
import type { FindingItem } from '../../api/cycle-types.js';
import { today } from '../../format/dates.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { useNames } from '../../ui/names.js';
import { useWords } from '../../ui/words.js';
import { CommandFailure, newId, useCommand } from '../command-form/index.js';
import { FindingLine } from '../findings/finding-line.js';
import classes from '../findings/findings.module.css';
import { type InspectionData, isRaised, subjectOf, yearsOf } from './inspection-data.js';

interface ComputedProps {
  id: string;
  data: InspectionData;
  /** Whether this reader may raise findings now. */
  mayRaise: boolean;
}

/** What the rules found in the units of the scope; one press makes it a finding of the team. */
export function ComputedFindings({ id, data, mayRaise }: ComputedProps) {
  const { t } = useTranslation();
  const units = data.scope?.unitIds ?? [];
  const years = data.scope ? yearsOf(data.scope) : [];
  const [unitId, setUnitId] = useState(units[0]);
  const [year, setYear] = useState(years.at(-1));
  const nameOf = useNames('unit', units);
  if (unitId === undefined || year === undefined) return null;
  return (
    <Panel title={t('inspection.computed')} hint={t('inspection.computedHint')}>
      <Group className="no-print">
        <NativeSelect
          label={t('member.unit')}
          value={unitId}
          data={units.map((value) => ({ value, label: nameOf(value) }))}
          onChange={(event) => setUnitId(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('unit.year')}
          value={String(year)}
          data={years.map(String)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
      </Group>
      <Computed key={`${unitId}-${String(year)}`} {...{ id, data, mayRaise, unitId, year }} />
    </Panel>
  );
}

const AT_FIRST = 12;

function Computed(props: ComputedProps & { unitId: string; year: number }) {
  const { unitId, year } = props;
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const found = useQuery(findingsQuery(unitId, year));
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading height={80} />;
  const items = found.data.items.filter(({ source }) => source !== 'inspection');
  if (items.length === 0)
    return <Empty title={t('findings.none')} advice={t('inspection.noneComputed')} />;
  const shown = all ? items : items.slice(0, AT_FIRST);
  return (
    <>
      <ul className={classes.list}>
        {shown.map((finding) => (
          <Line key={finding.id} finding={finding} {...props} />
        ))}
      </ul>
      {items.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('inspection.showAll', { count: items.length })}
        </Button>
      )}
    </>
  );
}

type LineProps = ComputedProps & { unitId: string; year: number; finding: FindingItem };

function Line({ id, data, mayRaise, unitId, year, finding }: LineProps) {
  const { t } = useTranslation();
  const words = useWords('inspection');
  const client = useQueryClient();
  const order = useCommand('inspection', id);
  const done = isRaised(data.findings, finding);
  const raise = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { events } = await client.query(evidenceQuery(unitId, year, finding.id));
      const whom = finding.memberName ?? finding.unitName ?? subjectOf(finding).subjectId;
      return order.mutateAsync({
        command: 'raiseFinding',
        input: {
          id: newId(),
          ruleId: finding.ruleId,
          ...subjectOf(finding),
          eventIds: events.map(({ eventId }) => eventId),
          text: `${words.value('ruleId', finding.ruleId)}: ${whom}, ${finding.period ?? String(year)}.`,
          on: today(),
        },
        expectedRevision: null,
      });
    },
  });
  return (
    <>
      <FindingLine
        finding={finding}
        askedOf={unitId}
        action={
          done ? (
            <Text span size="sm" c="var(--guong-good)" fw={600} className="nowrap">
              <IconCheck size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
              {t('inspection.raised')}
            </Text>
          ) : (
            mayRaise && (
              <Button
                size="compact-sm"
                variant="default"
                loading={raise.isPending}
                leftSection={<IconFlag size={15} aria-hidden />}
                onClick={() => raise.mutate()}
              >
                {t('inspection.raise')}
              </Button>
            )
          )
        }
      />
      {raise.isError && <CommandFailure error={raise.error} />}
    </>
  );
}
