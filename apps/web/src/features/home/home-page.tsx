import { Stack } from '@mantine/core';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import type { Me } from '../../api/types.js';
import { PageHead } from '../../ui/page-head.js';
import { Empty } from '../../ui/states.js';
import { CellWork } from './cell-work.js';
import { OwnWork } from './own-work.js';
import { RootChooser, ScopeChooser } from './scope-chooser.js';

const OVERSEERS = ['committee', 'inspector', 'auditor'] as const;

const oversees = (me: Me): boolean => OVERSEERS.some((role) => me.roles.includes(role));

/** Where the person works: own paper, the cell's papers, the organisation, or the machine. */
export function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  const only = me.scopes[0];
  const cellId = me.roles.includes('secretary')
    ? (me.scopes.find((scope) => scope.kind === 'cell')?.unitId ?? only?.unitId ?? me.homeUnitId)
    : null;
  if (oversees(me) && !cellId && !me.memberId && me.scopes.length === 1 && only) {
    return <Navigate to="/units/$unitId" params={{ unitId: only.unitId }} replace />;
  }
  if (me.roles.includes('admin') && me.roles.length === 1) return <Navigate to="/system" replace />;
  const nothing = !cellId && !me.memberId && !oversees(me);
  return (
    <>
      <PageHead
        documentTitle={t('home.title')}
        title={t('home.hello', { name: me.name })}
        under={t('home.today')}
      />
      <Stack gap="lg">
        {cellId && <CellWork unitId={cellId} />}
        {oversees(me) &&
          (me.scopes.length > 0 ? <ScopeChooser scopes={me.scopes} /> : <RootChooser />)}
        {me.memberId && <OwnWork memberId={me.memberId} />}
        {nothing && <Empty title={t('home.nothing')} advice={t('home.nothingAdvice')} />}
      </Stack>
    </>
  );
}
