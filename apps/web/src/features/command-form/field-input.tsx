import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/date-field.js';
import { ChoiceField, ChoicesField } from './choice-field.js';
import { CountsField } from './counts-field.js';
import type { Field } from './fields-of-schema.js';
import { fieldId } from './focus-field.js';
import { useFormRoom, type CommandFormState } from './form-context.js';
import { IdPicker, IdsPicker, type IdKind } from './id-picker.js';
import { GroupField, ListField } from './list-field.js';
import { MomentField } from './moment-field.js';

interface FieldInputProps {
  field: Field;
  /** Where its value stands: `remarks.0.text`. */
  path: string;
}

const OPEN_TEXT = 1000;

/** What a form gives a field; each kind of field knows the shape of its own value. */
interface Bound {
  value: never;
  onChange: (value: unknown) => void;
  error?: ReactNode;
}

/** A subject is a person or a unit, as the field beside it says. */
function kindOfId(field: Field, path: string, form: CommandFormState): IdKind {
  const beside = path.replace(/Id$/, 'Kind');
  const chosen: unknown = form.getInputProps(beside).value;
  if (chosen === 'member' || chosen === 'unit') return chosen;
  // The collective of a session is its unit.
  if (form.getInputProps(path.replace(/\w+$/, 'role')).value === 'collective') return 'unit';
  // An heir is a person unless it is said to be a unit.
  if (chosen === '' && field.name === 'heirId') return 'member';
  return field.kind === 'unit' ? 'unit' : 'member';
}

/** One field of a command as a person fills it in. */
export function FieldInput({ field, path }: FieldInputProps) {
  const { t } = useTranslation();
  const { form, words, unitId } = useFormRoom();
  if (field.hidden || field.kind === 'key') return null;
  const props = form.getInputProps(path) as Bound;
  const room = {
    id: fieldId(path),
    label: words.field(field.name),
    description: words.hint(field.name) || undefined,
    withAsterisk: field.required,
  };
  const limit = field.maxLength === undefined ? {} : { maxLength: field.maxLength };
  switch (field.kind) {
    case 'longText':
      return (
        <Textarea
          {...room}
          {...props}
          {...limit}
          autosize
          minRows={(field.maxLength ?? 0) >= OPEN_TEXT ? 3 : 1}
          maxRows={16}
        />
      );
    case 'date':
      return <DateField {...room} {...props} />;
    case 'time':
      return <TextInput {...room} {...props} type="time" maw={160} />;
    case 'moment':
      return <MomentField {...room} {...props} />;
    case 'choice':
      return <ChoiceField {...room} {...props} field={field} words={words} />;
    case 'choices':
      return <ChoicesField {...room} {...props} field={field} words={words} />;
    case 'number':
      return (
        <TextInput {...room} {...props} inputMode={field.whole ? 'numeric' : 'decimal'} maw={220} />
      );
    case 'yesNo':
      return (
        <Checkbox
          id={room.id}
          label={room.label}
          description={room.description}
          {...form.getInputProps(path, { type: 'checkbox' })}
        />
      );
    case 'member':
    case 'unit':
      return <IdPicker {...room} {...props} kind={kindOfId(field, path, form)} unitId={unitId} />;
    case 'members':
      return <IdsPicker {...room} {...props} kind="member" unitId={unitId} />;
    case 'units':
      return <IdsPicker {...room} {...props} kind="unit" unitId={unitId} />;
    case 'texts':
      return <TagsInput {...room} {...props} placeholder={t('commandForm.addText')} />;
    case 'list':
      return <ListField field={field} path={path} />;
    case 'group':
      return <GroupField field={field} path={path} />;
    case 'counts':
      return <CountsField {...room} {...props} field={field} words={words} />;
    default:
      return <TextInput {...room} {...props} {...limit} />;
  }
}
