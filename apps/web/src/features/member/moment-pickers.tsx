import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';
import { parseDay } from '../../format/typed-dates.js';
import { DateField } from '../../ui/date-field.js';

interface MomentPickersProps {
  asOf: string;
  known: string;
  change: (next: { asOf?: string | undefined; known?: string | undefined }) => void;
}

/**
 * Two different questions: what had happened by a day, and what was known by a day. A late entry
 * is in the first and not in the second.
 */
export function MomentPickers({ asOf, known, change }: MomentPickersProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" p="md" bg="var(--guong-soft)" style={{ borderRadius: 10 }} className="no-print">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateField
          label={t('history.asOf')}
          description={t('history.asOfMeaning')}
          max={today()}
          value={asOf}
          onChange={(next) => {
            if (next === '' || parseDay(next)) change({ asOf: next || undefined });
          }}
        />
        <DateField
          label={t('history.known')}
          description={t('history.knownMeaning')}
          max={today()}
          value={known}
          onChange={(next) => {
            if (next === '' || parseDay(next)) change({ known: next || undefined });
          }}
        />
      </SimpleGrid>
      {(asOf || known) && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRestore size={15} aria-hidden />}
            onClick={() => change({ asOf: undefined, known: undefined })}
          >
            {t('history.now')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
