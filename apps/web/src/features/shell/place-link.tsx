import { Text } from '@mantine/core';
import { Link as RouterLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './navigation.module.css';
import type { Place } from './places.js';

/** One place: its mark above its word; the current one says so to screen readers too. */
export function PlaceLink({ place }: { place: Place }) {
  const { t } = useTranslation();
  const { icon: Icon, to, params, key } = place;
  return (
    <RouterLink
      to={to as '/'}
      {...(params && { params })}
      className={classes.place ?? ''}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      aria-keyshortcuts={`g ${key}`}
      title={t('nav.keys', { key })}
    >
      <Icon size={22} stroke={1.7} aria-hidden />
      <Text span className={classes.word ?? ''}>
        {t(`nav.${place.name}`)}
      </Text>
    </RouterLink>
  );
}
