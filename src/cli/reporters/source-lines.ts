import type { Diagnostic, Workspace } from '../../core/index.ts';

/** Lines of the files that diagnostics point to, by file. A file that cannot be read as text has none. */
export type SourceLines = ReadonlyMap<string, readonly string[]>;

export async function readSources(workspace: Workspace, diagnostics: readonly Diagnostic[]): Promise<SourceLines> {
  const files = new Set(
    diagnostics.flatMap((one) => [one.span?.file, ...one.related.map((related) => related.span.file)]),
  );
  const lines = new Map<string, readonly string[]>();
  for (const file of files) {
    if (file === undefined) continue;
    const text = await readText(workspace, file);
    if (text !== undefined) lines.set(file, text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/));
  }
  return lines;
}

async function readText(workspace: Workspace, file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.read(file));
  } catch {
    return undefined;
  }
}
