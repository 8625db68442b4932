import { resolve } from 'node:path';
import { type BuildPlan, readEarlierReport } from '../../pipeline/index.ts';
import type { Host } from '../host.ts';

/** Last year's figures as a part of a plan; undefined when they were asked for and cannot be had, which is told. */
export async function againstPlan(
  host: Host,
  file: string | undefined,
): Promise<Pick<BuildPlan, 'against'> | undefined> {
  if (file === undefined) return {};
  const against = await readEarlierReport(resolve(host.cwd, file));
  if (typeof against !== 'string') return { against };
  host.err(
    `U001 usage  error  ${file} is not the data of an earlier report: ${against}\n  hint  name the output/data.json that a build of it wrote\n`,
  );
  return undefined;
}
