import { type Policy, reason } from '#libs/kernel';
import { INDICATORS } from '#libs/read-models';
import { FINDING_RULES, WORKFLOWS } from '#libs/workflows';
import { LANGUAGES, languageOf, terminalLanguage } from './bilingual.js';
import { PROBLEMS } from './problem-texts.js';
import { reasonText, translated } from './reason-text.js';
import { REFUSAL_TEXTS } from './refusal-texts.js';
import { START_FAILURES, StartError } from './startup-texts.js';
import { TERMS } from './term-texts.js';

/** What a policy can refuse with. */
function codesOf(policy: Policy): readonly string[] {
  switch (policy.kind) {
    case 'is':
      return ['NOT_SUBJECT'];
    case 'holds':
      return ['NOT_HOLDER'];
    case 'above':
      return ['NOT_ABOVE'];
    case 'warranted':
      return ['NO_WARRANT'];
    case 'distinctFrom':
      return ['SAME_PERSON'];
    case 'system':
      return ['NOT_SYSTEM'];
    case 'not':
      return ['IS_SUBJECT', 'EXCLUDED'];
    case 'all':
    case 'any':
      return policy.policies.flatMap(codesOf);
  }
}

const ENGINE_CODES = [
  ...['WRONG_STATE', 'UNKNOWN_COMMAND', 'UNKNOWN_WORKFLOW', 'ID_INVALID', 'OCCURRED_IN_FUTURE'],
  ...['DELEGATION_NOT_VALID', 'DELEGATION_EXPIRED', 'DELEGATION_NOT_IN_SCOPE', 'NOT_DELEGABLE'],
  ...['IDEMPOTENCY_KEY_REUSED', 'CONFLICT', 'FIELD_UNKNOWN', 'FIELD_MISSING', 'FIELD_INVALID'],
];
const USED = [
  ...ENGINE_CODES,
  ...WORKFLOWS.flatMap((workflow) => Object.values(workflow.commands)).flatMap((command) => [
    ...codesOf(command.by),
    ...(command.guards ?? []).flatMap(({ codes }) => codes),
  ]),
];

describe('texts', () => {
  it('walks every workflow', () => expect(WORKFLOWS.length).toBeGreaterThanOrEqual(4));

  it.each([...new Set(USED)])('has a sentence for %s in both languages', (code) => {
    for (const language of LANGUAGES)
      expect(REFUSAL_TEXTS[code]?.[language]).toMatch(/^\p{Lu}.+[.)]$/u);
  });

  it('has a word for every state', () => {
    const states = WORKFLOWS.flatMap((workflow) => Object.keys(workflow.states));
    expect(states.filter((state) => TERMS['state']?.[state] === undefined)).toEqual([]);
  });

  it('has a word for every rule that finds faults, and for every figure', () => {
    expect(Object.keys(TERMS['ruleId']!).toSorted()).toEqual(FINDING_RULES.toSorted());
    expect(Object.keys(TERMS['indicator']!).toSorted()).toEqual(Object.keys(INDICATORS).toSorted());
  });

  it('writes every text twice, never the same', () => {
    const texts = [
      ...Object.values(REFUSAL_TEXTS),
      ...Object.values(PROBLEMS).flatMap(({ title, detail }) => [title, detail]),
      ...Object.values(START_FAILURES).map(({ text }) => text),
    ];
    for (const { vi, en } of texts) {
      expect(vi).not.toBe(en);
      const names = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
      expect(names(vi)).toEqual(names(en));
    }
  });

  it('fills in parameters, and translates those that are codes', () => {
    const least = reason('DEEDS_LT_MIN', { min: 2, actual: 1 }, 'deeds');
    expect(reasonText(least, 'vi')).toBe('Cần đăng ký ít nhất 2 việc; mới có 1.');
    const holder = reason('NOT_HOLDER', { office: 'secretary' });
    expect(reasonText(holder, 'vi')).toBe('Chỉ bí thư của chính đơn vị đó mới làm được việc này.');
    expect(reasonText(holder, 'en')).toBe('Only the secretary of that unit can do this.');
    const unknown = reason('FIELD_UNKNOWN', undefined, 'deeds[1].x');
    expect(translated(unknown)).toEqual({
      code: 'FIELD_UNKNOWN',
      path: 'deeds[1].x',
      text: { vi: 'Không có trường «deeds[1].x».', en: 'There is no field “deeds[1].x”.' },
    });
  });

  it('never inserts a replacement pattern from a value', () => {
    expect(reasonText(reason('UNKNOWN_COMMAND', { command: "$&$'" }), 'en')).toContain("$&$'");
  });

  it('says something even for a code it does not know', () => {
    expect(reasonText(reason('NEW_CODE'), 'en')).toContain('NEW_CODE');
  });

  it('gives every failure to start one line and a code of its own kind', () => {
    const error = new StartError('PORT_IN_USE', '3000');
    expect(error.exitCode).toBe(69);
    expect(error.line('vi')).toMatch(/^cổng 3000 /);
    expect(error.line('en')).toMatch(/^port 3000 /);
  });
});

describe('languages', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['fr,en;q=0.5,vi;q=0.7', 'vi'],
    ['fr', 'vi'],
    ['vi;q=0,en;q=0.1', 'en'],
    [';;;q=x,,,', 'vi'],
  ])('Accept-Language %j means %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([
    ['vi_VN.UTF-8', 'vi'],
    ['en_US.UTF-8', 'en'],
    ['C.UTF-8', 'en'],
    [undefined, 'en'],
  ])('a terminal set to %j reads %s', (locale, language) => {
    expect(terminalLanguage(locale)).toBe(language);
  });
});
