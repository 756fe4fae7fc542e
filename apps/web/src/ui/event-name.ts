import { capital } from './words-of.js';
import { useTexts } from './words.js';

/** The type of an event in words; an unknown one (of a newer server) stays as it is stored. */
export function useEventName(): (type: string) => string {
  const { own, term } = useTexts();
  return (type) => own(`event.${type}`) ?? capital(term('fact', type) ?? type);
}
