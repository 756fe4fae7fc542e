import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';

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
        <TextInput
          type="date"
          label={t('history.asOf')}
          description={t('history.asOfMeaning')}
          max={today()}
          value={asOf}
          onChange={(event) => change({ asOf: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('history.known')}
          description={t('history.knownMeaning')}
          max={today()}
          value={known}
          onChange={(event) => change({ known: event.currentTarget.value || undefined })}
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
