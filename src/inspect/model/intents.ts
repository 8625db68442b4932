import {
  type Dict,
  dictOf,
  isArray,
  isReference,
  isStream,
  nameOf,
  type PdfFile,
  type Stream,
} from '../objects/index.ts';
import { type IccHead, readIccHead } from './icc.ts';

/** An output intent. */
export interface OutputIntent {
  readonly id: number | undefined;
  readonly dict: Dict;
  readonly subtype: string;
  readonly profile: Stream | undefined;
  readonly head: IccHead | undefined;
}

/** Source: ISO 32000-1 14.11.5. */
export function readIntents(file: PdfFile): readonly OutputIntent[] {
  const list = file.get(file.catalog, 'OutputIntents');
  return (isArray(list) ? list : []).flatMap((item): readonly OutputIntent[] => {
    const dict = dictOf(file.resolve(item));
    if (dict === undefined) return [];
    const profile = file.get(dict, 'DestOutputProfile');
    const stream = isStream(profile) ? profile : undefined;
    return [
      {
        id: isReference(item) ? item.ref : undefined,
        dict,
        subtype: nameOf(file.get(dict, 'S')) ?? '',
        profile: stream,
        head: stream === undefined ? undefined : readIccHead(file, stream),
      },
    ];
  });
}
