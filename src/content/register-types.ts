import type { OriginId, PerLang } from '../core/index.ts';
import type { ValueStatus } from './figure-types.ts';
import type { Label, LangText } from './text-types.ts';

export interface Topic {
  readonly id: string;
  readonly label: Label;
  readonly x: string;
  readonly y: string;
  readonly chapters: readonly string[];
  readonly accent: string | undefined;
  readonly status: ValueStatus;
  readonly origin: OriginId;
}

export interface Materiality {
  readonly method: LangText;
  readonly axes: { readonly x: Label; readonly y: Label; readonly scale: readonly [string, string] };
  readonly topics: readonly Topic[];
}

export interface Term {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly abbr: Partial<Label>;
  readonly expansion: Label | undefined;
  readonly avoid: PerLang<readonly string[]>;
  readonly keepTogether: boolean;
  readonly hyphenate: string | undefined;
  readonly gloss: LangText | undefined;
  readonly origin: OriginId;
}

export interface Asset {
  readonly id: string;
  /** Path in the workspace: `content/assets/…`. */
  readonly path: string;
  readonly sha256: string;
  readonly licence: string;
  readonly credit: Label | undefined;
  readonly alt: Label;
  readonly decorative: boolean;
  readonly bytes: Uint8Array;
  readonly origin: OriginId;
}

/** A disclosure of a framework, whatever the framework's own file shape. */
export interface Disclosure {
  readonly id: string;
  readonly code: string;
  readonly title: Label;
  /** The heading it stands under (standard, part, aspect, pillar), in reading order. */
  readonly group: { readonly id: string; readonly title: Label };
  /** Whether the version in force for the report's period asks for it. */
  readonly inForce: boolean;
  readonly origin: OriginId;
}

export interface Framework {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: Label;
  readonly disclosures: readonly Disclosure[];
  readonly origin: OriginId;
}

export interface IndexEntry {
  readonly disclosure: string;
  readonly where: readonly string[];
  readonly metrics: readonly string[];
  readonly omission:
    | { readonly reason: 'not_applicable' | 'confidentiality' | 'legal' | 'unavailable'; readonly text: LangText }
    | undefined;
  readonly assured: boolean;
  readonly origin: OriginId;
}

export interface ContentIndex {
  readonly framework: string;
  readonly entries: readonly IndexEntry[];
  readonly origin: OriginId;
}

export interface Waiver {
  readonly check: string;
  readonly item: string;
  readonly reason: string;
  readonly by: string;
  readonly expires: string;
  readonly origin: OriginId;
}
