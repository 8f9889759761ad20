/** A spooler that waits for nothing longer than a test would. */
export const pace = {
  poll_ms: 20,
  again_ms: 5,
  most_ms: 20,
  unwell_ms: 10,
  aside_ms: 30,
  tell_ms: 60_000,
}
