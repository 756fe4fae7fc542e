/** Before all tests: whose end ends the PostgreSQL that a test may start. Starts nothing itself. */
export default function begin() {
  process.env.TEST_PG_OWNER = String(process.pid);
}
