import { useTranslation } from 'react-i18next';
import classes from './navigation.module.css';
import { PlaceLink } from './place-link.js';
import type { Place } from './places.js';

/** The places at the side of a wide screen. */
export function SideRail({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('nav.label')} className={classes.rail}>
      {places.map((place) => (
        <PlaceLink key={place.name} place={place} />
      ))}
    </nav>
  );
}
