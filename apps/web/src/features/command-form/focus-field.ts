/** The element id of a field, so that a summary can link to it and the focus can move there. */
export const fieldId = (field: string): string => `field-${field.replaceAll('.', '-')}`;

/** Which of two elements comes first for whoever reads from the top. */
const asOnPage = (a: HTMLElement, b: HTMLElement): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Moves the focus to the topmost of these fields once they are on screen. */
export const focusField = (...fields: readonly string[]): void => {
  requestAnimationFrame(() => {
    const elements = fields.map((field) => document.getElementById(fieldId(field)));
    const [first] = elements.filter((element) => element !== null).sort(asOnPage);
    first?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  });
};
