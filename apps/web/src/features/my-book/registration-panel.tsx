import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isStarted, type RegistrationPage } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import classes from './my-book.module.css';

/** The year's registration: its state and its deeds, each in one line. */
export function RegistrationPanel({ paper }: { paper: RegistrationPage }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const deeds = paper.form?.deeds ?? [];
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  return (
    <Panel
      title={t('registration.of', { year: paper.year })}
      aside={<StateBadge state={isStarted(paper) ? paper.state : 'none'} />}
    >
      <Stack gap="sm">
        {deeds.length > 0 && (
          <ol className={classes.rows}>
            {deeds.map((deed, index) => (
              <li key={deed.key ?? index}>
                <Text size="sm" fw={600}>
                  {deed.content || t('registration.noText')}
                </Text>
                <Text size="xs" c="dimmed">
                  {[
                    paper.rules.areas.find(({ code }) => code === deed.area)?.[language],
                    deed.target,
                    deed.deadline && t('record.dueBy', { on: format.date(deed.deadline) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </li>
            ))}
          </ol>
        )}
        {deeds.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('book.noDeeds')}
          </Text>
        )}
        <Group>
          <LinkButton
            variant="default"
            to="/registration/$memberId/$year"
            params={{ memberId: paper.memberId, year: String(paper.year) }}
          >
            {t('book.openRegistration')}
          </LinkButton>
        </Group>
      </Stack>
    </Panel>
  );
}
