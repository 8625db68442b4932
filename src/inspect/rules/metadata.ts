import { NAMESPACES, type Prefix } from '../model/xmp.ts';
import { nameOf, textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.1; ISO 19005-3 6.6.2.1; ISO 15930-7 6.7; Matterhorn 06-001. */
export const XMP_STREAM: Rule = {
  ids: { ua1: 'UA-7.1-8', a3a: 'A-6.6.2.1-1', x4: 'X4-6.7.2-xmp' },
  severity: 'fail',
  asks: 'the catalog has metadata, as well-formed XML',
  *check({ xmp }) {
    if (xmp.fault !== undefined) yield { message: xmp.fault };
  },
};

/** Source: ISO 19005-3 6.6.2.1. */
export const XMP_PACKET: Rule = {
  ids: { a3a: 'A-6.6.2.1-2' },
  severity: 'fail',
  asks: 'the metadata stand in a packet whose head gives neither length nor encoding',
  *check({ xmp }) {
    if (xmp.fault !== undefined) return;
    if (xmp.packet === undefined) yield { message: 'the metadata stand in no packet' };
    else if (/\b(?:bytes|encoding)\s*=/.test(xmp.packet)) yield { message: 'the packet gives its length or encoding' };
  },
};

/** Source: ISO 14289-1 5; Matterhorn 06-002. */
export const UA_IDENTIFIER: Rule = {
  ids: { ua1: 'UA-5-1' },
  severity: 'fail',
  asks: 'the metadata say that the file keeps part 1 of PDF/UA',
  *check({ xmp }) {
    if (xmp.fault !== undefined) return;
    const part = xmp.get('pdfuaid', 'part');
    if (part === undefined) yield { message: 'the metadata do not claim PDF/UA' };
    else if (part !== '1') yield { message: `the metadata claim part ${part} of PDF/UA` };
  },
};

/** Source: ISO 19005-3 6.6.4. */
export const A_IDENTIFIER: Rule = {
  ids: { a3a: 'A-6.6.4-1' },
  severity: 'fail',
  asks: 'the metadata say that the file keeps PDF/A-3a',
  *check({ xmp }) {
    if (xmp.fault !== undefined) return;
    const part = xmp.get('pdfaid', 'part');
    const level = xmp.get('pdfaid', 'conformance');
    if (part !== '3' || level !== 'A') {
      yield {
        message:
          part === undefined ? 'the metadata do not claim PDF/A' : `the metadata claim PDF/A-${part}${level ?? ''}`,
      };
    }
  },
};

/** Source: ISO 15930-7 6.7.4. */
export const X_IDENTIFIER: Rule = {
  ids: { x4: 'X4-6.7.4-version' },
  severity: 'fail',
  asks: 'the metadata say that the file keeps PDF/X-4',
  *check({ xmp }) {
    if (xmp.fault !== undefined) return;
    const version = xmp.get('pdfxid', 'GTS_PDFXVersion');
    if (version !== 'PDF/X-4') {
      yield { message: version === undefined ? 'the metadata do not claim PDF/X' : `the metadata claim ${version}` };
    }
  },
};

/** Source: ISO 14289-1 7.1; Matterhorn 06-003. */
export const DOCUMENT_TITLE: Rule = {
  ids: { ua1: 'UA-7.1-9' },
  severity: 'fail',
  asks: 'the metadata have a title',
  *check({ xmp }) {
    if (xmp.fault === undefined && (xmp.get('dc', 'title') ?? '') === '')
      yield { message: 'the metadata have no title' };
  },
};

const PRESS_KEYS: readonly (readonly [Prefix, string])[] = [
  ['dc', 'title'],
  ['xmp', 'CreateDate'],
  ['xmp', 'ModifyDate'],
  ['xmp', 'MetadataDate'],
  ['xmpMM', 'DocumentID'],
  ['xmpMM', 'VersionID'],
  ['xmpMM', 'RenditionClass'],
];

/** Source: ISO 15930-7 6.7.2. */
export const PRESS_METADATA: Rule = {
  ids: { x4: 'X4-6.7.2-keys' },
  severity: 'fail',
  asks: 'the metadata say title, dates, document, version and rendition',
  *check({ xmp }) {
    if (xmp.fault !== undefined) return;
    for (const [prefix, name] of PRESS_KEYS) {
      if ((xmp.get(prefix, name) ?? '') === '') yield { message: `the metadata have no ${prefix}:${name}` };
    }
  },
};

/** Source: ISO 15930-7 6.7.3; ISO 32000-1 table 317. */
export const TRAPPED: Rule = {
  ids: { x4: 'X4-6.7.3-trapped' },
  severity: 'fail',
  asks: 'the file says whether it is trapped, the same at both places',
  *check({ file, info, xmp }) {
    const written = file.get(info, 'Trapped');
    const name = nameOf(written);
    const said = xmp.get('pdf', 'Trapped');
    if (written !== null && name === undefined) yield { message: 'Trapped of the information dictionary is no name' };
    else if (said === undefined && name === undefined) yield { message: 'the file does not say whether it is trapped' };
    else if (said !== undefined && name !== undefined && said !== name) {
      yield { message: `the information dictionary says ${name}, the metadata ${said}` };
    } else if (!['True', 'False'].includes(said ?? name ?? '')) yield { message: `the file says ${said ?? name}` };
  },
};

/** Namespaces that PDF/A knows without a description. Source: ISO 19005-3 6.6.2.3. */
const KNOWN: ReadonlySet<string> = new Set([
  NAMESPACES.dc,
  NAMESPACES.xmp,
  NAMESPACES.xmpMM,
  NAMESPACES.pdf,
  NAMESPACES.pdfaid,
  'http://ns.adobe.com/xap/1.0/rights/',
  'http://ns.adobe.com/xap/1.0/bj/',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/tiff/1.0/',
  'http://ns.adobe.com/exif/1.0/',
  'http://ns.adobe.com/camera-raw-settings/1.0/',
  'http://www.aiim.org/pdfa/ns/extension/',
]);

/** Source: ISO 19005-3 6.6.2.3.1. */
export const EXTENSION_SCHEMAS: Rule = {
  ids: { a3a: 'A-6.6.2.3.1-1' },
  severity: 'fail',
  asks: 'each property outside the known namespaces is described in an extension schema',
  *check({ xmp }) {
    for (const { namespace, name } of xmp.properties) {
      if (KNOWN.has(namespace) || xmp.schemas.get(namespace)?.has(name)) continue;
      yield { message: `the property ${name} of ${namespace} is not described` };
    }
  },
};

/** Source: ISO 19005-3 6.6.2.3.3. */
export const EXTENSION_ONCE: Rule = {
  ids: { a3a: 'A-6.6.2.3.3-1' },
  severity: 'fail',
  asks: 'extension schemas stand in one list',
  *check({ xmp }) {
    if (xmp.extensions > 1) yield { message: `there are ${xmp.extensions} lists of extension schemas` };
  },
};

const TWICE: readonly (readonly [string, Prefix, string])[] = [
  ['Title', 'dc', 'title'],
  ['Author', 'dc', 'creator'],
  ['Subject', 'dc', 'description'],
  ['Keywords', 'pdf', 'Keywords'],
  ['Creator', 'xmp', 'CreatorTool'],
  ['Producer', 'pdf', 'Producer'],
];

/** What is said twice must be the same. Source: ISO 19005-1 6.7.3, which later parts recommend. */
export const INFO_AGREES: Rule = {
  ids: { a3a: 'H-info-agrees', x4: 'H-info-agrees' },
  severity: 'fail',
  asks: 'information dictionary and metadata say the same',
  *check({ file, info, xmp }) {
    if (xmp.fault !== undefined || info === undefined) return;
    for (const [key, prefix, name] of TWICE) {
      const here = textOf(file.get(info, key)) ?? '';
      const there = xmp.get(prefix, name) ?? '';
      if (here !== '' && here !== there) yield { message: `${key} is \`${here}\`, ${prefix}:${name} \`${there}\`` };
    }
    for (const [key, name] of [
      ['CreationDate', 'CreateDate'],
      ['ModDate', 'ModifyDate'],
    ] as const) {
      const here = textOf(file.get(info, key));
      const there = xmp.get('xmp', name);
      if (here !== undefined && pdfMoment(here) !== xmpMoment(there ?? '')) {
        yield { message: `${key} is \`${here}\`, xmp:${name} \`${there ?? ''}\`` };
      }
    }
  },
};

/** Milliseconds; undefined for what is no date. Source: ISO 32000-1 7.9.4. */
function pdfMoment(text: string): number | undefined {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (match === null) return undefined;
  const [year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match.slice(1, 7);
  const shift =
    match[7] === undefined ? 0 : (Number(match[8]) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute) - shift, Number(second));
}

function xmpMoment(text: string): number | undefined {
  const full = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text;
  const moment = Date.parse(full);
  return Number.isNaN(moment) ? undefined : moment;
}
