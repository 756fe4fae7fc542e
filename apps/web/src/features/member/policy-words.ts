/**
 * Turns the recorded rule (`all(holds(secretary,unitId),not(is(memberId)))`) into words.
 * Takes the translator, so that it can be tested without a screen.
 */
type Translate = (key: string, values?: Record<string, string>) => string;

interface Term {
  name: string;
  parts: Term[];
}

const parse = (text: string): Term | undefined => {
  let at = 0;
  const term = (): Term | undefined => {
    const name = /^[\w.]+/.exec(text.slice(at))?.[0];
    if (!name) return undefined;
    at += name.length;
    const parts: Term[] = [];
    if (text[at] !== '(') return { name, parts };
    at += 1;
    while (at < text.length && text[at] !== ')') {
      const part = term();
      if (!part) return undefined;
      parts.push(part);
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return { name, parts };
  };
  const whole = term();
  return at >= text.length ? whole : undefined;
};

/** "a or b and c" would be read two ways. */
const isInnerChoice = (outer: Term, inner: Term): boolean =>
  outer.name === 'all' && inner.name === 'any' && inner.parts.length > 1;

const words = (term: Term, t: Translate): string => {
  const first = term.parts[0];
  switch (term.name) {
    case 'system':
      return t('policy.system');
    case 'is':
      return t('policy.is');
    case 'holds':
    case 'above':
      return t(`policy.${term.name}`, { office: t(`office.${first?.name ?? ''}`) });
    case 'warranted':
      return t('policy.warranted');
    case 'distinctFrom':
      return t('policy.distinctFrom', { step: t(`event.${first?.name ?? ''}`) });
    case 'not':
      return first?.name === 'is'
        ? t('policy.notSubject')
        : t('policy.not', { rule: first ? words(first, t) : '' });
    case 'all':
    case 'any':
      return term.parts
        .map((part) => (isInnerChoice(term, part) ? `(${words(part, t)})` : words(part, t)))
        .join(` ${t(`policy.${term.name}`)} `);
    default:
      return term.name;
  }
};

export function policyWords(policy: string, t: Translate): string {
  const term = parse(policy.replaceAll(' ', ''));
  return term ? words(term, t) : policy;
}
