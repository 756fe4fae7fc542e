import { ExtendDeadline, FireDeadlineStep, MigrateDefinition } from '#libs/kernel';
import { IsInt, IsISO8601, IsString, Length, Matches, Max, Min } from 'class-validator';

const CLOCK = /^[A-Za-z]{1,40}(?::[A-Za-z0-9._:-]{1,80})?$/;
const OFFSET_DAYS_MAX = 3_660;
const REASON_LENGTH_MAX = 1_000;
const VERSION_MAX = 10_000;

/** Decorates what the kernel declares: it imports no packages, so it cannot do it itself. */
const decorate = (type: abstract new () => object, fields: Record<string, PropertyDecorator[]>) => {
  for (const [field, decorators] of Object.entries(fields))
    for (const decorator of decorators) decorator(type.prototype as object, field);
};

const date = [IsISO8601({ strict: true, strictSeparator: true }), Length(10, 10)];

decorate(FireDeadlineStep, {
  clock: [Matches(CLOCK)],
  due: date,
  offset: [IsInt(), Min(-OFFSET_DAYS_MAX), Max(OFFSET_DAYS_MAX)],
});
decorate(ExtendDeadline, {
  clock: [Matches(CLOCK)],
  to: date,
  reason: [IsString(), Length(1, REASON_LENGTH_MAX)],
});

decorate(MigrateDefinition, { to: [IsInt(), Min(1), Max(VERSION_MAX)] });

/** Inputs of the commands that the kernel adds, with the rules of their fields. */
export { ExtendDeadline, FireDeadlineStep, MigrateDefinition };
