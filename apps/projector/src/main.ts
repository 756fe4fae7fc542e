// Nothing else is imported here: on an old Node the rest of the program does not even load.
const OLDEST: readonly [number, number] = [24, 15];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const isVietnamese = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').startsWith('vi');
  const line = isVietnamese
    ? `cần Node ${OLDEST.join('.')} trở lên, đang là ${process.version}: npm run projector`
    : `Node ${OLDEST.join('.')} or newer is needed, this is ${process.version}: npm run projector`;
  process.stderr.write(`guong: ${line}\n`);
  process.exitCode = 70;
} else {
  await import('reflect-metadata');
  const { main } = await import('./serve.js');
  const { openProjector } = await import('./open.js');
  await main(openProjector);
}

export {};
