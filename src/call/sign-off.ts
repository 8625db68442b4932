/** That one reviewer has called one figure. `hash` is of what was signed. */
export interface SignedRow {
  readonly row: string;
  readonly hash: string;
  readonly by: string;
  /** `YYYY-MM-DD`, from the reviewer’s own calendar. */
  readonly on: string;
}

/** `signoff.json` of a project: never rewritten, only added to. */
export interface SignOff {
  readonly report: string;
  readonly rows: readonly SignedRow[];
}

/** Where a row stands with its reviewers: `changed` was signed for other words or figures than it has now. */
export type SignState = 'open' | 'signed' | 'changed';

/** The last signature of each row, and whether it still holds. */
export function signStates(
  signOff: SignOff | undefined,
  rows: readonly { readonly id: string; readonly hash: string }[],
): ReadonlyMap<string, { readonly state: SignState; readonly signed: SignedRow | undefined }> {
  const last = new Map<string, SignedRow>();
  for (const signed of signOff?.rows ?? []) {
    const before = last.get(signed.row);
    const current = rows.find(({ id }) => id === signed.row)?.hash;
    // A signature for what the row says now holds, even when an older one was added after it.
    if (before === undefined || before.hash !== current) last.set(signed.row, signed);
  }
  return new Map(
    rows.map(({ id, hash }) => {
      const signed = last.get(id);
      const state = signed === undefined ? 'open' : signed.hash === hash ? 'signed' : 'changed';
      return [id, { state, signed }] as const;
    }),
  );
}

/** Reads a sign-off file. A text says what is wrong with it. */
export function readSignOff(text: string): SignOff | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'the file is not JSON';
  }
  if (!isRecord(json) || json['schema'] !== 'signoff/1') return 'the file is no sign-off: its schema is not signoff/1';
  const { report, rows } = json;
  if (typeof report !== 'string' || !Array.isArray(rows)) return 'the sign-off names no report, or has no rows';
  const read = rows.filter(isSigned);
  return read.length < rows.length
    ? `${rows.length - read.length} rows of the sign-off lack a row, hash, by or on`
    : { report, rows: read };
}

/**
 * Adds signatures to a sign-off file as text: what stands in it stays, byte for byte, up to where its list ends.
 * @param existing  the file as it is, undefined where there is none yet
 * @returns         the new text, or what is wrong
 */
export function addSignatures(
  existing: string | undefined,
  added: SignOff,
): { readonly text: string; readonly count: number } | string {
  if (existing === undefined) {
    const rows = added.rows.map((row) => `    ${line(row)}`).join(',\n');
    const text = `{\n  "schema": "signoff/1",\n  "report": ${JSON.stringify(added.report)},\n  "rows": [\n${rows}\n  ]\n}\n`;
    return { text, count: added.rows.length };
  }
  const before = readSignOff(existing);
  if (typeof before === 'string') return before;
  if (before.report !== added.report) return `it was signed for ${before.report}, not for ${added.report}`;
  const known = new Set(before.rows.map(line));
  const fresh = added.rows.filter((row) => !known.has(line(row)));
  if (fresh.length === 0) return { text: existing, count: 0 };
  const end = existing.lastIndexOf(']');
  const head = existing.slice(0, end).trimEnd();
  const comma = before.rows.length === 0 ? '' : ',';
  const rows = fresh.map((row) => `    ${line(row)}`).join(',\n');
  return { text: `${head}${comma}\n${rows}\n  ${existing.slice(end)}`, count: fresh.length };
}

function line({ row, hash, by, on }: SignedRow): string {
  return JSON.stringify({ row, hash, by, on });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSigned(value: unknown): value is SignedRow {
  return (
    isRecord(value) &&
    typeof value['row'] === 'string' &&
    typeof value['hash'] === 'string' &&
    typeof value['by'] === 'string' &&
    typeof value['on'] === 'string'
  );
}
