import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns why a folder is no report project, or undefined when it is one */
export async function refuseFolder({ folder }: { readonly folder: string }): Promise<string | undefined> {
  const content = await stat(join(folder, 'content')).catch(() => undefined);
  if (content?.isDirectory()) return undefined;
  const hint = 'name a folder that holds content/, or start one with: petalpress init DIR';
  return `U002 not-a-project  error  ${folder} has no content/\n  hint  ${hint}\n`;
}
