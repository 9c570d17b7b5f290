/**
 * What the edge lets the stage read: the files of one checkout, and nothing outside of it.
 * Paths are relative to the root of the repository, with forward slashes; the root itself is ''.
 * An answer of `undefined` is never an error: what cannot be read has no lines.
 */
export interface SourceReader {
  /** Names of the files in a directory; undefined when there is none, or it leads out of the repository. */
  list(directory: string): Promise<readonly string[] | undefined>;
  /** Bytes of a file; undefined when it is absent, too large, or leads out of the repository. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** `list` at the base revision, when there is one. */
  listBase?(directory: string): Promise<readonly string[] | undefined>;
  /** `read` at the base revision, when there is one. */
  readBase?(path: string): Promise<Uint8Array | undefined>;
  /** The base revision is one that somebody asked for, so that it is the last word; else it is what branches usually leave. */
  readonly isBaseNamed?: boolean;
  /** The wasm bytes of the HCL grammar. Asked for once, and only when HCL must be parsed. */
  grammar(): Promise<Uint8Array>;
  /** Where the root module is within the repository: '' or 'infra/prod'. */
  readonly rootModule: string;
  /** The path to the root of the repository for a person who reads the report on a terminal; '' is the same folder. */
  readonly rootFromHere?: string;
}

/** One revision of the files: the checkout, or the base revision. */
export interface View {
  readonly isBase: boolean;
  list(directory: string): Promise<readonly string[] | undefined>;
  read(path: string): Promise<Uint8Array | undefined>;
}
