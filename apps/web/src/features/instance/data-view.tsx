import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { MemberName, Names, UnitName } from '../../ui/names.js';
import type { Words } from '../../ui/words.js';
import { kindOfValue, shownFields } from './data-kinds.js';
import classes from './instance.module.css';

interface DataViewProps {
  data: Record<string, unknown>;
  words: Words;
  /** Fields that the page shows elsewhere. */
  except?: readonly string[];
  /** The record's own id, which says nothing on its own page. */
  ownId?: string;
}

/** What a record holds, field by field, in words; empty fields are left out. */
export function DataView({ data, words, except = [], ownId }: DataViewProps) {
  const fields = shownFields(data, ownId).filter(([name]) => !except.includes(name));
  if (fields.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {fields.map(([name, value]) => (
        <div key={name} data-wide={isWide(value) || undefined}>
          <dt>{words.field(name)}</dt>
          <dd>
            <ValueView name={name} value={value} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isWide = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null && !(Array.isArray(value) && isPlainList(value))) ||
  (typeof value === 'string' && value.length > 80);

const isPlainList = (value: readonly unknown[]): boolean =>
  value.every((one) => typeof one !== 'object' || one === null);

/** Years are written without the dot of the thousands. */
const isYear = (name: string, value: number): boolean =>
  /(year|from|to)$/i.test(name) && value >= 1900 && value < 2200;

interface ValueViewProps {
  name: string;
  value: unknown;
  words: Words;
}

/** One value, as its name and shape say it should be read. */
export function ValueView({ name, value, words }: ValueViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (kindOfValue(name, value)) {
    case 'member':
      return <MemberName id={String(value)} />;
    case 'unit':
      return <UnitName id={String(value)} />;
    case 'members':
      return <Names kind="member" ids={value as string[]} />;
    case 'units':
      return <Names kind="unit" ids={value as string[]} />;
    case 'date':
      return <>{format.moment(String(value))}</>;
    case 'yesNo':
      return <>{t(value === true ? 'common.yes' : 'common.no')}</>;
    case 'number':
      return <>{isYear(name, Number(value)) ? String(value) : format.count(Number(value))}</>;
    case 'code':
      return <>{words.value(name, String(value))}</>;
    case 'codes':
      return <>{(value as string[]).map((one) => words.value(name, one)).join(', ')}</>;
    case 'texts':
      return <>{(value as unknown[]).map(String).join(', ')}</>;
    case 'lines':
      return (
        <Stack gap={8} component="ol" className={classes.lines}>
          {(value as unknown[]).map((line, index) => (
            <li key={index}>
              <ValueView name={name} value={line} words={words} />
            </li>
          ))}
        </Stack>
      );
    case 'group':
      return <DataView data={value as Record<string, unknown>} words={words} />;
    default:
      return (
        <Text span fz="inherit" style={{ whiteSpace: 'pre-wrap' }}>
          {String(value)}
        </Text>
      );
  }
}
