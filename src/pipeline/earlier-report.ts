import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EarlierFigures } from '../check/index.ts';
import { earlierFigures, readReportData } from '../provenance/index.ts';

/**
 * Reads the figures of an earlier report from its `data.json`.
 * @param path  of the file on this disk
 * @returns     the figures, or why the file cannot be taken for an earlier report
 */
export async function readEarlierReport(path: string): Promise<EarlierFigures | string> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return 'it cannot be read';
  }
  const data = readReportData(text);
  return typeof data === 'string' ? data : { file: basename(path), figures: earlierFigures(data) };
}
