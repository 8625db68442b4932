/** The only door to files: stages read through it, so that a test can hand them a project in memory. */
export interface Workspace {
  /** Bytes of a file. `path` is relative to the project, with `/`; a path that leaves the project rejects with `PathEscape`. */
  read(path: string): Promise<Uint8Array>;
  /** Names below a folder, files only, as paths relative to the project, sorted by code point; empty when there is no folder. */
  list(dir: string): Promise<readonly string[]>;
  /** Whether a file is there. */
  has(path: string): Promise<boolean>;
}

/** Rejection of a read that would leave the project, by `..`, an absolute path or a symbolic link. */
export class PathEscape extends Error {
  override readonly name = 'PathEscape';
}

/** Rejection of a read of a file that is not there. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** The place that output was to go to takes none: no permission, no room, a file where a folder belongs. W001. */
export class WriteFailed extends Error {
  override readonly name = 'WriteFailed';
}
