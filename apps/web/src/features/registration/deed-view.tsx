import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Deed, Remark } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Markable } from './markable.js';
import classes from './registration.module.css';

interface DeedViewProps {
  deed: Deed;
  index: number;
  area: string;
  shortcoming: string;
  remarks: readonly Remark[];
  mark?: (remark: Remark) => void;
}

const LINES = ['measure', 'target', 'deadline', 'evidence'] as const;

/** One deed to read, each line markable. */
export function DeedView({ deed, index, area, shortcoming, remarks, mark }: DeedViewProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const path = `deeds[${String(index)}]`;
  const lines = { remarks, ...(mark && { mark }) };
  const title = t('registration.deedNo', { number: index + 1 });
  const valueOf = (name: (typeof LINES)[number]): string => {
    const value = deed[name] ?? '';
    if (name === 'deadline') return format.date(value);
    if (name === 'evidence' && i18n.exists(`evidence.${value}`)) return t(`evidence.${value}`);
    return value;
  };
  return (
    <section className={classes.deed} aria-label={title}>
      <Stack gap="xs">
        <Markable path={path} name={title} {...lines}>
          <Text size="xs" c="dimmed">
            {title} · {area}
          </Text>
          <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
            {deed.content || t('registration.noText')}
          </Title>
        </Markable>
        <dl className={classes.facts}>
          {LINES.map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(`deed.${name}`)}</dt>
              <dd>
                <Markable
                  path={`${path}.${name}`}
                  name={`${title}, ${t(`deed.${name}`)}`}
                  {...lines}
                >
                  {valueOf(name) || (
                    <Text component="span" size="sm" c="var(--guong-warn)">
                      {t('registration.noText')}
                    </Text>
                  )}
                </Markable>
              </dd>
            </div>
          ))}
          {shortcoming && (
            <>
              <dt>{t('deed.shortcomingId')}</dt>
              <dd>{shortcoming}</dd>
            </>
          )}
        </dl>
      </Stack>
    </section>
  );
}
