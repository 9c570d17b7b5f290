/**
 * What the edge lets the stage read: the files of one checkout, and nothing outside of it.
 * Paths are relative to the root of the repository, with forward slashes; the root itself is ''.
 * An answer of `undefined` is never an error: what cannot be read has no lines.
 */
export interface SourceReader extends Revision {
  /** Revisions that still have what a change deletes, the likeliest first; none where the edge knows of none. */
  bases?(): Promise<readonly Revision[]>;
  /** The base revision is one that somebody asked for, so that it is the last word; else it is what branches usually leave. */
  readonly isBaseNamed?: boolean;
  /** The wasm bytes of the HCL grammar. Asked for once, and only when HCL must be parsed. */
  grammar(): Promise<Uint8Array>;
  /** Where the root module is within the repository: '' or 'infra/prod'. */
  readonly rootModule: string;
  /** The path to the root of the repository for a person who reads the report on a terminal; '' is the same folder. */
  readonly rootFromHere?: string;
}

/** The files at one time: of the checkout, or of a commit. */
export interface Revision {
  /** Names of the files in a directory; undefined when there is none, or it leads out of the repository. */
  list(directory: string): Promise<readonly string[] | undefined>;
  /** Bytes of a file; undefined when it is absent, too large, or leads out of the repository. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** A revision as modules are looked up in it: the checkout, or a base revision. */
export interface View extends Revision {
  readonly isBase: boolean;
}
