import { Grid, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './room.module.css';

export interface RoomSection {
  /** Also its text: `room.section.{key}`. */
  key: string;
  /** On a wide screen: the work itself, or beside it. */
  column: 'main' | 'side';
  content: ReactNode;
}

/** On a wide screen everything at once in two columns; on a phone one thing at a time. */
export function RoomSections({ sections }: { sections: readonly RoomSection[] }) {
  const phone = useMediaQuery('screen and (max-width: 62em)', false, {
    getInitialValueInEffect: false,
  });
  if (phone) return <Tabbed sections={sections} />;
  const of = (column: RoomSection['column']) =>
    sections
      .filter((one) => one.column === column)
      .map(({ key, content }) => <div key={key}>{content}</div>);
  return (
    <Grid gap="lg">
      <Grid.Col span={7}>
        <Stack gap="lg">{of('main')}</Stack>
      </Grid.Col>
      <Grid.Col span={5}>
        <Stack gap="lg">{of('side')}</Stack>
      </Grid.Col>
    </Grid>
  );
}

/** Every section stays as it is while another is looked at: what is typed there is not lost. */
function Tabbed({ sections }: { sections: readonly RoomSection[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [chosen, setChosen] = useState(sections[0]?.key);
  const shown = sections.some(({ key }) => key === chosen) ? chosen : sections[0]?.key;
  const turn = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = sections.findIndex(({ key }) => key === shown);
    const next = sections[(at + step + sections.length) % sections.length];
    if (!next) return;
    setChosen(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={t('room.sections')} className={classes.tabs}>
        {sections.map(({ key }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === shown}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === shown ? 0 : -1}
            onClick={() => setChosen(key)}
            onKeyDown={turn}
          >
            {t(`room.section.${key}`)}
          </button>
        ))}
      </div>
      {sections.map(({ key, content }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}-panel`}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== shown}
        >
          {content}
        </div>
      ))}
    </>
  );
}
