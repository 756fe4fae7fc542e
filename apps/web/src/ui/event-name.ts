import { useTranslation } from 'react-i18next';

/** The type of an event in words; an unknown one (of a newer server) stays as it is stored. */
export function useEventName(): (type: string) => string {
  const { t, i18n } = useTranslation();
  return (type) => (i18n.exists(`event.${type}`) ? t(`event.${type}`) : type);
}
