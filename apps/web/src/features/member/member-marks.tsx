import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface MemberMarksProps {
  status: string;
  exempt: boolean;
  leader?: boolean;
}

/** Official or probationary, exempt, leader: as words. */
export function MemberMarks({ status, exempt, leader = false }: MemberMarksProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {status && (
        <Badge variant="light" color={status === 'official' ? 'teal' : 'gray'} tt="none">
          {i18n.exists(`memberStatus.${status}`) ? t(`memberStatus.${status}`) : status}
        </Badge>
      )}
      {leader && (
        <Badge variant="outline" color="gray" tt="none">
          {t('member.leader')}
        </Badge>
      )}
      {exempt && (
        <Badge variant="light" color="yellow" tt="none">
          {t('member.exempt')}
        </Badge>
      )}
    </>
  );
}
