// The health check of a container: exit code 0 when the process in it answers that it is well.
//   node docker/health.mjs /health/ready
// Node asks itself, so that the image needs no other program.
const port = process.env.PORT ?? '3000';
const path = process.argv[2] ?? '/health/ready';
const LONGEST_MS = 4_000;

try {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
  if (!answer.ok) {
    // Shown by docker inspect: says what is wrong, in the words of the health page.
    process.stdout.write(`${answer.status} ${await answer.text()}\n`);
    process.exitCode = 1;
  }
} catch (problem) {
  process.stdout.write(`no answer: ${problem.cause?.code ?? problem.name}\n`);
  process.exitCode = 1;
}
