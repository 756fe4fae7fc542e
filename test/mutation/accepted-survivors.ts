/** Changes that no test can notice, each with the reason: `workflow change`. */
export const ACCEPTED: Readonly<Record<string, string>> = {};
