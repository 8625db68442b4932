import { type Diagnostic, diagnose, failed, good, type Outcome } from '../core/index.ts';
import type { Box } from './content/matrix.ts';
import { readFacts } from './model/facts.ts';
import { readPageLabels } from './model/page-labels.ts';
import type { Xmp } from './model/xmp.ts';
import { openPdf, TooLarge } from './objects/index.ts';
import { type Finding, type Profile, runRules } from './rule.ts';
import { ENCRYPTION } from './rules/file-syntax.ts';
import { RULES } from './rules/index.ts';

/** A page with the part of it that remains after cutting, and the part that a viewer shows. */
export interface VerdictPage {
  readonly label: string;
  readonly trim: Box;
  readonly shown: Box;
  /** Quarter turns clockwise by which a viewer turns it. */
  readonly turns: number;
}

/** What one file is worth in the profiles that it was held to. */
export interface Verdict {
  readonly profiles: readonly { readonly profile: Profile; readonly passes: boolean }[];
  /** By profile, then by rule. */
  readonly findings: readonly Finding[];
  /** What the file itself says that it keeps. */
  readonly claims: readonly Profile[];
  readonly pages: readonly VerdictPage[];
}

/**
 * Reads a file back, object by object and operator by operator, and holds it to the rules of one or more standards:
 * those that it claims, unless others are named.
 * The answer depends on the bytes alone. Emits I001 (no PDF), I006 (more than any file needs).
 */
export function preflight(bytes: Uint8Array, named?: readonly Profile[]): Outcome<Verdict> {
  const opened = openPdf(bytes);
  if (!opened.ok) return opened;
  try {
    const facts = readFacts(opened.value);
    // Of an encrypted file nothing else can be said.
    const rules = facts.file.encrypted ? [ENCRYPTION] : RULES;
    const claims = claimsOf(facts.xmp);
    const profiles = named ?? claims;
    const findings = runRules(rules, facts, profiles);
    const labels = readPageLabels(facts.file, facts.pages.length);
    const failing = new Set(findings.flatMap(({ severity, profile }) => (severity === 'fail' ? [profile] : [])));
    return good({
      profiles: profiles.map((profile) => ({ profile, passes: !failing.has(profile) })),
      claims,
      findings,
      pages: facts.pages.map(({ trim, media, crop, turns }, index) => ({
        label: labels[index] ?? '',
        trim: trim ?? media,
        shown: crop ?? media,
        turns,
      })),
    });
  } catch (cause) {
    if (cause instanceof TooLarge) return failed([tooLarge(cause)]);
    throw cause;
  }
}

/** I006 for a file that costs too much. */
export function tooLarge(cause: TooLarge): Diagnostic {
  return diagnose('I006', cause.message, { hints: ['inspect a file that comes from a source you know'] });
}

/** The standards that metadata claim, whatever the file is worth. Source: ISO 14289-1 5; ISO 19005-3 6.6.4; ISO 15930-7 6.7.4. */
function claimsOf(xmp: Xmp): readonly Profile[] {
  const claims: Profile[] = [];
  if (xmp.get('pdfuaid', 'part') !== undefined) claims.push('ua1');
  if (xmp.get('pdfaid', 'part') !== undefined) claims.push('a3a');
  if (xmp.get('pdfxid', 'GTS_PDFXVersion') !== undefined) claims.push('x4');
  return claims;
}
