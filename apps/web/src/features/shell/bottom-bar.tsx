import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './navigation.module.css';
import { PlaceLink } from './place-link.js';
import type { Place } from './places.js';

const MOST = 5;

/** The places under the thumb of a phone: the first ones, the rest behind "more". */
export function BottomBar({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const first = places.length > MOST ? places.slice(0, MOST - 1) : places;
  const rest = places.slice(first.length);
  return (
    <nav aria-label={t('nav.label')} className={classes.bar}>
      {first.map((place) => (
        <PlaceLink key={place.name} place={place} />
      ))}
      {rest.length > 0 && (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <UnstyledButton className={classes.place}>
              <IconDots size={22} aria-hidden />
              <Text span className={classes.word}>
                {t('nav.more')}
              </Text>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ name, icon: Icon, to, params }) => (
              <Menu.Item
                key={name}
                leftSection={<Icon size={18} aria-hidden />}
                onClick={() => void navigate({ to: to as '/', ...(params && { params }) })}
              >
                {t(`nav.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
