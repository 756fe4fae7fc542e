import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RegistrationPage, Remark } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import { DeedView } from './deed-view.js';
import { Markable } from './markable.js';
import classes from './registration.module.css';

interface PaperViewProps {
  page: RegistrationPage;
  /**
   * Given while a secretary marks lines to send the paper back; an empty text takes a mark away.
   */
  mark?: (remark: Remark) => void;
}

/** The paper to read: deeds, areas, plan, answers to last year's shortcomings. */
export function PaperView({ page, mark }: PaperViewProps) {
  const { t, i18n } = useTranslation();
  const { form, rules, shortcomings, remarks } = page;
  if (!form) return null;
  const language = i18n.language.startsWith('vi') ? 'vi' : 'en';
  const areaName = (code = '') =>
    rules.areas.find((area) => area.code === code)?.[language] ?? code;
  const lines = { remarks, ...(mark && { mark }) };
  return (
    <>
      <Panel title={t('registration.deeds')}>
        <Stack gap="md">
          {form.deeds.map((deed, index) => (
            <DeedView
              key={deed.key ?? index}
              deed={deed}
              index={index}
              area={areaName(deed.area)}
              shortcoming={shortcomings.find((one) => one.id === deed.shortcomingId)?.text ?? ''}
              {...lines}
            />
          ))}
        </Stack>
      </Panel>
      {(form.areas.length > 0 || mark) && (
        <Panel title={t('registration.areas')}>
          <div>
            {form.areas.map((line, index) => (
              <div key={line.area} className={classes.line}>
                <Title order={3} size="h6">
                  {areaName(line.area)}
                </Title>
                <Markable
                  path={`areas[${String(index)}].text`}
                  name={areaName(line.area)}
                  {...lines}
                >
                  <Text
                    size="sm"
                    c={line.text ? undefined : 'dimmed'}
                    style={{ whiteSpace: 'pre-wrap' }}
                  >
                    {line.text || t('registration.notApplicable')}
                  </Text>
                </Markable>
              </div>
            ))}
          </div>
        </Panel>
      )}
      {(form.personalPlan || page.leader) && (
        <Panel title={t('registration.plan')}>
          <Markable path="personalPlan" name={t('registration.plan')} {...lines}>
            <Text
              size="sm"
              c={form.personalPlan ? undefined : 'dimmed'}
              style={{ whiteSpace: 'pre-wrap' }}
            >
              {form.personalPlan ?? t('registration.noPlan')}
            </Text>
          </Markable>
        </Panel>
      )}
      {(form.justifications?.length ?? 0) > 0 && (
        <Panel title={t('registration.shortcomings')}>
          {form.justifications?.map((line) => (
            <div key={line.shortcomingId} className={classes.line}>
              <Text size="sm" fw={600}>
                {shortcomings.find((one) => one.id === line.shortcomingId)?.text ??
                  line.shortcomingId}
              </Text>
              <Text size="sm">{line.text}</Text>
            </div>
          ))}
        </Panel>
      )}
    </>
  );
}
