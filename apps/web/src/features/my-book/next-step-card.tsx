import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { LinkButton } from '../../ui/link.js';
import classes from './my-book.module.css';
import type { NextStep } from './next-step.js';
import { usePeriodName } from './period-name.js';

interface NextStepCardProps {
  step: NextStep;
  memberId: string;
  year: number;
}

/** Where the next step is done. */
const recordOf = (step: NextStep): { workflow: string; id: string } | undefined => {
  switch (step.kind) {
    case 'report':
    case 'read':
      return { workflow: 'review', id: step.period.id };
    case 'remedy':
      return { workflow: 'criticism-session', id: step.remedy.sessionId };
    default:
      return undefined;
  }
};

/** One obvious thing to do, with its date and its button; or the good news that there is none. */
export function NextStepCard({ step, memberId, year }: NextStepCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  if (step.kind === 'nothing') {
    return (
      <Paper className={`card ${classes.quiet ?? ''}`} component="section">
        <Group gap="sm" wrap="nowrap">
          <IconCircleCheck color="var(--guong-good)" aria-hidden style={{ flex: 'none' }} />
          <Text size="sm">{t('book.step.nothing')}</Text>
        </Group>
      </Paper>
    );
  }
  const period = 'period' in step ? periodName(step.period.period) : '';
  const overdue = step.kind === 'remedy' && step.overdue;
  const record = recordOf(step);
  const look = {
    rightSection: <IconArrowRight size={17} aria-hidden />,
    size: 'md',
    className: classes.go ?? '',
  };
  return (
    <Paper className={`card ${classes.step ?? ''}`} component="section" aria-label={t('book.next')}>
      <Stack gap="sm">
        <div>
          <Text size="xs" fw={600} c="dimmed">
            {t('book.next')}
          </Text>
          <Title order={2} size="h4">
            {t(`book.step.${step.kind}`, { period })}
          </Title>
          {step.due && (
            <Text size="sm" c={overdue ? 'var(--guong-bad)' : undefined} fw={overdue ? 600 : 400}>
              {t(overdue ? 'book.overdueSince' : 'book.until', { on: format.date(step.due) })}
            </Text>
          )}
        </div>
        <div>
          {record ? (
            <LinkButton to="/r/$workflow/$id" params={record} {...look}>
              {t(`book.go.${step.kind}`)}
            </LinkButton>
          ) : (
            <LinkButton
              to="/registration/$memberId/$year"
              params={{ memberId, year: String(year) }}
              {...look}
            >
              {t(`book.go.${step.kind}`)}
            </LinkButton>
          )}
        </div>
      </Stack>
    </Paper>
  );
}
