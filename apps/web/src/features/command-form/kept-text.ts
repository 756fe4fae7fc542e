/** What was typed and not yet accepted, kept in the browser of the person who typed it. */
export interface Kept<Values> {
  values: Values;
  /** ISO moment of the last keystroke. */
  savedAt: string;
}

/** Reads, keeps and forgets what stands under a name; a full storage never breaks typing. */
export const keptText = <Values>(username: string, name: string) => {
  const key = `guong.draft.${username}.${name}`;
  return {
    read(): Kept<Values> | null {
      try {
        const text = localStorage.getItem(key);
        return text ? (JSON.parse(text) as Kept<Values>) : null;
      } catch {
        return null;
      }
    },
    keep(values: Values): boolean {
      try {
        const kept: Kept<Values> = { values, savedAt: new Date().toISOString() };
        localStorage.setItem(key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    forget(): void {
      localStorage.removeItem(key);
    },
  };
};
