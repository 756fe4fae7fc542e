import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceQuery } from '../../api/cycle-queries.js';
import type { FindingItem } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { EventLink } from '../../ui/event-link.js';
import { Link } from '../../ui/link.js';
import { Failure, Loading } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import { usePeriodName } from '../my-book/period-name.js';
import classes from './findings.module.css';

interface FindingLineProps {
  finding: FindingItem;
  /** The unit through which one may ask for the events. */
  askedOf: string;
  /** What can be done with it. */
  action?: ReactNode;
}

/** One fault: what, who, when, whether it is mended; its events on demand. */
export function FindingLine({ finding, askedOf, action }: FindingLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('inspection');
  const periodName = usePeriodName();
  const [open, setOpen] = useState(false);
  const details = useId();
  const { ruleId, memberId, unitId, year, period, raisedOn, clearedOn, source } = finding;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.finding} data-cleared={clearedOn !== null || undefined}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {words.value('ruleId', ruleId)}
          </Text>
          <Text size="sm" component="div">
            {memberId && (
              <>
                <Link
                  to="/members/$memberId"
                  params={{ memberId }}
                  search={{ asOf: `${String(year)}-12-31` }}
                  size="sm"
                >
                  {finding.memberName ?? memberId}
                </Link>
                {' · '}
              </>
            )}
            <Link to="/units/$unitId" params={{ unitId }} search={{ period: year }} size="sm">
              {finding.unitName ?? unitId}
            </Link>
          </Text>
          <Text size="sm" c="dimmed">
            {[
              period && /^\d{4}-(\d\d|q[1-4])$/.test(period)
                ? `${periodName(period)}/${String(year)}`
                : String(year),
              t('findings.since', { on: format.date(raisedOn) }),
              source === 'inspection' ? t('findings.byInspection') : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap" className="no-print">
          {clearedOn !== null && (
            <Badge variant="light" color="green" tt="none">
              {t('findings.cleared', { on: format.date(clearedOn) })}
            </Badge>
          )}
          {action}
        </Group>
      </Group>
      <Button
        className="no-print"
        variant="subtle"
        size="compact-sm"
        mt={4}
        px={4}
        leftSection={<Chevron size={15} aria-hidden />}
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
      >
        {t('findings.events', { count: finding.events.length })}
      </Button>
      <div id={details}>
        {open && <Events askedOf={askedOf} year={year} findingId={finding.id} />}
      </div>
    </li>
  );
}

function Events({
  askedOf,
  year,
  findingId,
}: {
  askedOf: string;
  year: number;
  findingId: string;
}) {
  const { t } = useTranslation();
  const evidence = useQuery(evidenceQuery(askedOf, year, findingId));
  if (evidence.isError) return <Failure error={evidence.error} />;
  if (!evidence.data) return <Loading height={40} />;
  if (evidence.data.events.length === 0)
    return (
      <Text size="sm" c="dimmed" pl={28}>
        {t('findings.noEvents')}
      </Text>
    );
  return (
    <Stack component="ul" gap={4} m={0} pl={28} style={{ listStyle: 'none' }}>
      {evidence.data.events.map((event) => (
        <li key={event.eventId}>
          <EventLink event={event} />
        </li>
      ))}
    </Stack>
  );
}
