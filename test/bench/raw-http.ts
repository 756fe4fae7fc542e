import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// What node:http and the load generator do on this machine together: reads a body, answers a line.
// Prints its port; ends with the process that started it.
const ANSWER = JSON.stringify({ position: '0000000000000001', revision: 0, state: 'endorsed' });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(String((server.address() as AddressInfo).port));
});
process.on('disconnect', () => process.exit());
