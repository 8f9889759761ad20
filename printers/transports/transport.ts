/** A way to a device: knows bytes only, never what they mean. Everything thrown here is a `Fault`. */
export type Transport = { open(): Promise<Line> }

export type Line = {
  /**
   * Resolves when the bytes have left for the device. When it throws, what has not left will not leave later, and
   * `sentBytes` says whether any of these bytes may have left. `stop` ends it as the deadline does.
   */
  write(bytes: Uint8Array, deadline_ms: number, stop?: AbortSignal): Promise<void>
  /** The next bytes from the device; none when nothing came in time. */
  read(deadline_ms: number): Promise<Uint8Array>
  /** Lets the last bytes out and closes; throws when it turns out that they did not arrive. */
  close(): Promise<void>
}

export const NO_BYTES = new Uint8Array()
