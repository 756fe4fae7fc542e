export {
  type Account,
  type AccountGrant,
  type AccountWarrant,
  type NewAccount,
  type Role,
  ROLES,
} from './accounts/account.js';
export { AccountStore, NewerKeysError, type PersonWarrant } from './accounts/account-store.js';
export { dataError } from './data-folder/data-error.js';
export { ensureFolder } from './data-folder/ensure-folder.js';
export { LoginLimit } from './accounts/login-limit.js';
export {
  choiceSetting,
  numberSetting,
  SettingError,
  textSetting,
  type Variables,
} from './environment/environment.js';
export { inputSchema } from './input/input-schema.js';
export { validateInput, type ValidInput } from './input/validate-input.js';
export { LOG_LEVELS, loggerOptions, type LogLevel } from './logging/logger-options.js';
export {
  type Bilingual,
  type Language,
  languageOf,
  LANGUAGES,
  terminalLanguage,
} from './texts/bilingual.js';
export { type ProblemCode, PROBLEMS, type ProblemText } from './texts/problem-texts.js';
export { reasonText, termText, translated, type TranslatedReason } from './texts/reason-text.js';
export { REFUSAL_TEXTS } from './texts/refusal-texts.js';
export { TERMS } from './texts/term-texts.js';
export {
  START_FAILURES,
  StartError,
  type StartFailure,
  type StartFailureCode,
} from './texts/startup-texts.js';
export {
  type IssuedToken,
  type TokenClaims,
  TokenIssuer,
  type TokenVerdict,
} from './tokens/token-issuer.js';
