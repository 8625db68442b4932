import { dataSchema } from './data-schema.ts';
import { DATA_SCHEMA, type ReportData } from './data-types.ts';

/**
 * Reads a `data.json` back.
 * @returns the data, or what is wrong with the text and where in it
 */
export function readReportData(text: string): ReportData | string {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'it is not JSON';
  }
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined;
  if (typeof schema !== 'string' || !schema.startsWith('data/')) {
    return 'it is not the data.json of a report: it does not say `"schema": "data/1"`';
  }
  if (schema !== DATA_SCHEMA) return `it is written as ${schema}, and this petalpress reads ${DATA_SCHEMA}`;
  const read = dataSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return `${pathText(issue?.path ?? [])}: ${issue?.message ?? 'it has another shape'}`;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the whole';
}
