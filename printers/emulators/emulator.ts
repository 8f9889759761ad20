/**
 * A device that is not there, at the other end of a line. Written from what its maker says and from nothing of ours, so that
 * a driver and its emulator do not share a mistake.
 */
export type Emulator = {
  /** What the host sent, cut anywhere. */
  receive(bytes: Uint8Array): void
  /** Set by the line: what the device says. */
  onSay: (bytes: Uint8Array) => void
  /** Set by the line: the plug is pulled. */
  onDrop: () => void
  /** What a person reads on the paper, line by line; a document ends with a line of ─. */
  paper(): string[]
}

/** The line at the end of each document. */
export const PAPER_END = '─'.repeat(42)
