/** A moment in the two notations that a PDF holds. */
export interface DocumentDate {
  /** Of the information dictionary. Source: ISO 32000-1 7.9.4. */
  readonly pdf: string;
  /** Of XMP. */
  readonly iso: string;
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads an ISO date, with or without a time; midnight and UTC where it says nothing. Undefined: no date. */
export function documentDate(text: string): DocumentDate | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const pdfOffset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}'${zone.slice(-2)}`;
  return {
    pdf: `D:${year}${month}${day}${hour}${minute}${second}${pdfOffset}`,
    iso: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`,
  };
}
