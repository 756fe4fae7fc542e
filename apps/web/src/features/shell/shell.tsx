import { AppShell, Group, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { startLive, useLive } from '../../api/live.js';
import { session, useSession } from '../../api/session.js';
import { useFormat } from '../../format/use-format.js';
import { BottomBar } from './bottom-bar.js';
import { ShellHeader } from './shell-header.js';
import { SideRail } from './side-rail.js';
import { usePlaces } from './use-places.js';
import { usePlaceKeys } from './use-place-keys.js';

/** Leaves for the sign-in page as soon as the session is gone, and remembers where one was. */
function useSessionGuard(signedIn: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (signedIn) return;
    // Read once: the address changes while leaving, and must not lead back to the sign-in page.
    const next = session.wasExpired() ? router.state.location.href : undefined;
    void router.navigate({ to: '/sign-in', search: { next } });
  }, [signedIn, router]);
}

function LiveAnnouncement() {
  const { t } = useTranslation();
  const format = useFormat();
  const { refreshedAt } = useLive();
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {refreshedAt > 0 &&
        t('live.refreshed', { at: format.moment(new Date(refreshedAt).toISOString()) })}
    </VisuallyHidden>
  );
}

/** Header, landmarks and the live stream around every signed-in page. */
export function Shell() {
  const { t } = useTranslation();
  const current = useSession();
  const [searching, search] = useDisclosure(false);
  useSessionGuard(current !== null);
  const token = current?.token;
  useEffect(() => (token ? startLive() : undefined), [token]);
  const places = usePlaces();
  usePlaceKeys(places);
  if (!current) return null;
  return (
    <AppShell
      header={{ height: { base: searching ? 112 : 60, sm: 64 } }}
      navbar={{ width: 92, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 62, sm: 0 } }}
      padding={0}
    >
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <AppShell.Header data-shell>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} gap="sm" wrap="nowrap" align="flex-start">
          <ShellHeader
            searching={searching}
            toggleSearch={search.toggle}
            closeSearch={search.close}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar visibleFrom="sm" className="no-print" bg="var(--guong-page)">
        <SideRail places={places} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }}>
        <div className="page">
          <Outlet />
        </div>
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm" className="no-print">
        <BottomBar places={places} />
      </AppShell.Footer>
      <LiveAnnouncement />
    </AppShell>
  );
}
