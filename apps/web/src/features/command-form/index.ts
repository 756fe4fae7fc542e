/** What pages of workflows use of the forms; see "Building a page for a workflow" in the README. */
export { ActionButtons, type CommandRoom } from './action-buttons.js';
export { WhyNot } from './why-not.js';
export { CommandDialog } from './command-dialog.js';
export { CommandForm } from './command-form.js';
export { CommandFailure } from './command-failure.js';
export type { FieldChanges, FieldKind, Option } from './fields-of-schema.js';
export type { CommandFormState as FormTools } from './form-context.js';
export { newId } from './form-input.js';
export { IdPicker, IdsPicker } from './id-picker.js';
export { useReasonText } from './reason-text.js';
export { useCommand } from './use-command.js';
