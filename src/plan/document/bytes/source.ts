/** Bytes that are read part by part, from any place, as often as somebody asks. */
export interface ByteSource {
  readonly length: number;
  /** Fills the target with what stands from this place on, as far as there is something; gives how many bytes. */
  readonly read: (target: Uint8Array, from: number) => number;
  /** Where they are on the disk, for who reads them elsewhere. */
  readonly file?: string;
}

/** The bytes of a plan, or where they are. */
export type PlanBytes = Uint8Array | ByteSource;

/**
 * From here on, it is faster to make only what is asked for; the code that does it has to be compiled first. Of plans in which
 * all is asked for, 15 MB took it a sixth longer than the other way, 25 MB as long, and 50 MB a tenth less, in half the memory.
 */
export const LARGE_BYTES = 20_000_000;

/** Bytes that are in memory, to be read like others. */
export function sourceOf(bytes: PlanBytes): ByteSource {
  if (!(bytes instanceof Uint8Array)) return bytes;
  const read = (target: Uint8Array, from: number): number => {
    const part = bytes.subarray(from, from + target.length);
    target.set(part);
    return part.length;
  };
  return { length: bytes.length, read };
}
