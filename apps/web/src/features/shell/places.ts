import {
  IconBook2,
  IconChartBar,
  IconHeartbeat,
  IconHome,
  IconInbox,
  IconRoute,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Me } from '../../api/types.js';

/** A place of the shell's navigation. */
export interface Place {
  /** Also its text: `nav.{name}`. */
  name: string;
  icon: Icon;
  /** The route, which must exist for the place to be shown. */
  to: string;
  params?: Record<string, string>;
  /** The letter after `g`. */
  key: string;
}

/** The unit whose figures a person is led to: what one answers for, else one's own cell. */
const figuresOf = (me: Me): string | null =>
  (me.scopes.find((scope) => scope.kind !== 'cell') ?? me.scopes[0])?.unitId ?? me.homeUnitId;

const onlyOperates = (me: Me): boolean => me.roles.every((role) => role === 'admin');

/** Where a person may want to go, by what they are. */
export function placesOf(me: Me): Place[] {
  const unitId = figuresOf(me);
  const works = !onlyOperates(me);
  return [
    { name: 'home', icon: IconHome, to: '/', key: 'h' },
    ...(works ? [{ name: 'inbox', icon: IconInbox, to: '/inbox', key: 'i' }] : []),
    ...(me.memberId ? [{ name: 'book', icon: IconBook2, to: '/me/book', key: 'b' }] : []),
    ...(me.homeUnitId ? [{ name: 'cell', icon: IconUsersGroup, to: '/cell', key: 'c' }] : []),
    ...(unitId && works
      ? [
          {
            name: 'figures',
            icon: IconChartBar,
            to: '/units/$unitId',
            params: { unitId },
            key: 'f',
          },
        ]
      : []),
    { name: 'definitions', icon: IconRoute, to: '/definitions', key: 'd' },
    ...(me.roles.includes('admin')
      ? [{ name: 'system', icon: IconHeartbeat, to: '/system', key: 's' }]
      : []),
  ];
}
