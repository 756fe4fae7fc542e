import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/cycle-types.js';
import { Panel } from '../../ui/panel.js';
import { useReasonText } from '../command-form/index.js';

/** States after the decision: the conditions are what would be asked today. */
const AFTER = ['decided', 'published', 'presented', 'revocation_proposed', 'upheld', 'revoked'];

/** Whether the award may be decided, condition by condition, with the reasons why not. */
export function VerdictPanel({ dossier, state }: { dossier: Dossier; state: string }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const { conditions, eligible } = dossier;
  const missing = conditions.filter(({ met }) => !met).length;
  return (
    <Panel
      title={t('dossier.verdict')}
      hint={t(AFTER.includes(state) ? 'dossier.verdictAfter' : 'dossier.verdictHint', {
        pack: dossier.rulePack,
      })}
    >
      <Group gap={8} role="status" c={eligible ? 'var(--guong-good)' : 'var(--guong-bad)'}>
        {eligible ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        <Text fw={700}>
          {eligible ? t('dossier.eligible') : t('dossier.notEligible', { count: missing })}
        </Text>
      </Group>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {conditions.map(({ check, met, reasons }) => (
          <Group key={check} component="li" gap="sm" wrap="nowrap" align="flex-start">
            {met ? (
              <IconCircleCheck
                size={19}
                color="var(--guong-good)"
                aria-label={t('dossier.met')}
                style={{ flex: 'none' }}
              />
            ) : (
              <IconCircleX
                size={19}
                color="var(--guong-bad)"
                aria-label={t('dossier.notMet')}
                style={{ flex: 'none' }}
              />
            )}
            <div>
              <Text size="sm" fw={600}>
                {t(`dossier.check.${check}`)}
              </Text>
              {reasons.map((reason, index) => (
                <Text key={`${reason.code}-${String(index)}`} size="sm" c="var(--guong-bad)">
                  {reasonText(reason)}
                </Text>
              ))}
            </div>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
