import { Alert, Badge, Breadcrumbs, Button, Group, Text } from '@mantine/core';
import { IconGridDots, IconInfoCircle, IconPrinter, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnitDetail, UnitRef } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Link, LinkButton } from '../../ui/link.js';
import { PageHead } from '../../ui/page-head.js';
import { LiveDot } from './live-dot.js';

/** Where one is in the organisation; the way back up. */
export function UnitPath({ path, last }: { path: readonly UnitRef[]; last?: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('unit.path')}>
      <Breadcrumbs
        mb={6}
        separatorMargin={6}
        styles={{ root: { flexWrap: 'wrap', rowGap: 2 }, breadcrumb: { whiteSpace: 'normal' } }}
      >
        {path.map((step) => (
          <Link key={step.id} to="/units/$unitId" params={{ unitId: step.id }} size="sm">
            {step.name}
          </Link>
        ))}
        {last && (
          <Text component="span" size="sm" c="dimmed" aria-current="page">
            {last}
          </Text>
        )}
      </Breadcrumbs>
    </nav>
  );
}

function ClosedNotice({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!unit.to) return null;
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} mb="md">
      {t('unit.closed', { on: format.date(unit.to) })}{' '}
      {unit.heirId && (
        <Link to="/units/$unitId" params={{ unitId: unit.heirId }} size="sm">
          {t('unit.heir')}
        </Link>
      )}
    </Alert>
  );
}

export function UnitHead({ unit, period }: { unit: UnitDetail; period: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const above = unit.path.filter((step) => step.id !== unit.id);
  return (
    <>
      {above.length > 0 && <UnitPath path={above} last={unit.name} />}
      <PageHead
        documentTitle={`${unit.name} ${String(period)}`}
        title={unit.name}
        under={
          <Group gap="xs">
            <Badge variant="light" tt="none">
              {t(`level.${unit.level}`)}
            </Badge>
            {unit.memberCount !== null && (
              <span>
                {t('unit.members', { count: unit.memberCount, n: format.count(unit.memberCount) })}
              </span>
            )}
            <span className="no-print">
              <LiveDot />
            </span>
            <span className="printed">{t('unit.yearIs', { year: period })}</span>
          </Group>
        }
        aside={
          <Group gap="xs" className="no-print">
            <LinkButton
              to="/units/$unitId/coverage"
              params={{ unitId: unit.id }}
              search={{ year: period }}
              variant="default"
              leftSection={<IconGridDots size={17} aria-hidden />}
            >
              {t('cell.coverageLink')}
            </LinkButton>
            {unit.may.listMembers && (
              <LinkButton
                to="/units/$unitId/members"
                params={{ unitId: unit.id }}
                variant="default"
                leftSection={<IconUsers size={17} aria-hidden />}
              >
                {t('unit.membersLink')}
              </LinkButton>
            )}
            <Button
              variant="default"
              leftSection={<IconPrinter size={17} aria-hidden />}
              onClick={() => window.print()}
              visibleFrom="sm"
            >
              {t('common.print')}
            </Button>
          </Group>
        }
      />
      <ClosedNotice unit={unit} />
    </>
  );
}
