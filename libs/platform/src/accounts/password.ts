import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const COST = { N: 2 ** 15, r: 8, p: 1 } as const;
/** scrypt needs 128 · N · r bytes; Node's default limit is just below that. */
const MEMORY_MAX = 64 * 1024 * 1024;

const keyOf = (password: string, salt: Buffer, cost: { N: number; r: number; p: number }) =>
  // The same letters typed with combining accents are the same password.
  derive(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY_MAX });

/** `scrypt$N$r$p$salt$key`, with a salt of its own. About 60 ms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await keyOf(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  );
}

/** A hash that no password has; verifying against it costs as much as against a real one. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA==', ''].join('$');

/** Whether the password is the right one; `undefined` as hash takes as long and is never right. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (hash ?? NOBODY).split('$');
  const expected = Buffer.from(key, 'base64');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const actual = await keyOf(password, Buffer.from(salt, 'base64'), cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
