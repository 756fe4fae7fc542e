import { Group } from '@mantine/core';
import {
  IconFileAnalytics,
  IconListCheck,
  IconMedal,
  IconZoomExclamation,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnitDetail } from '../../api/types.js';
import { LinkButton } from '../../ui/link.js';

const LOOK = { variant: 'default', size: 'compact-md' } as const;
const YEARS = 4;

/** The other pages of the unit's year: sheet, findings, honours, report of several years. */
export function UnitPlaces({ unit, period }: { unit: UnitDetail; period: number }) {
  const { t } = useTranslation();
  const params = { unitId: unit.id };
  const search = { year: period };
  return (
    <Group component="nav" gap="xs" mb="md" className="no-print" aria-label={t('unitPlaces.label')}>
      {unit.may.listMembers && (
        <>
          <LinkButton
            {...LOOK}
            to="/units/$unitId/year-sheet"
            params={params}
            search={search}
            leftSection={<IconListCheck size={16} aria-hidden />}
          >
            {t('unitPlaces.sheet')}
          </LinkButton>
          <LinkButton
            {...LOOK}
            to="/units/$unitId/findings"
            params={params}
            search={search}
            leftSection={<IconZoomExclamation size={16} aria-hidden />}
          >
            {t('unitPlaces.findings')}
          </LinkButton>
        </>
      )}
      <LinkButton
        {...LOOK}
        to="/units/$unitId/honours"
        params={params}
        search={search}
        leftSection={<IconMedal size={16} aria-hidden />}
      >
        {t('unitPlaces.honours')}
      </LinkButton>
      <LinkButton
        {...LOOK}
        to="/units/$unitId/report"
        params={params}
        search={{ from: period - YEARS, to: period }}
        leftSection={<IconFileAnalytics size={16} aria-hidden />}
      >
        {t('unitPlaces.report')}
      </LinkButton>
    </Group>
  );
}
