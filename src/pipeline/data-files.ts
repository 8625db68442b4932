import type { Report } from '../content/index.ts';
import { type Edition, langsOf } from '../core/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import type { Attachment } from '../pdf/index.ts';
import { dataCsv, dataJson, reportData } from '../provenance/index.ts';
import type { OutputFile } from './write-output.ts';

const MIME = { 'data.json': 'application/json', 'data.csv': 'text/csv' } as const;

/** A file of the report’s data, as it is written beside the editions and travels in them. */
export interface DataFile extends OutputFile {
  readonly path: keyof typeof MIME;
}

/** `data.json` and `data.csv`. They follow from the content alone, so every edition and every clone holds the same bytes. */
export function dataFiles(report: Report, book: MetricBook): readonly DataFile[] {
  const data = reportData(report, book);
  const encoder = new TextEncoder();
  return [
    { path: 'data.json', bytes: encoder.encode(dataJson(data)) },
    { path: 'data.csv', bytes: encoder.encode(dataCsv(data)) },
  ];
}

/** The files as attachments of an edition, described in its languages. Source: ISO 19005-3 6.8. */
export function dataAttachments(
  files: readonly DataFile[],
  edition: Edition,
  { strings }: Pick<Report, 'strings'>,
): readonly Attachment[] {
  const words = langsOf(edition).map((lang) => strings.get('attached_data')?.[lang] ?? '');
  return files.map(({ path, bytes }) => ({
    name: path,
    bytes,
    mime: MIME[path],
    description: words.filter((word) => word !== '').join(' / ') || path,
    relationship: 'Data',
  }));
}
