/** What the head of an image says. */
export type ImageHead =
  | { readonly format: 'png' | 'jpeg' | 'svg'; readonly width: number; readonly height: number }
  | { readonly fault: string };

/** Pixels that a picture may have: A4 with bleed at 600 dpi has 36 million. */
const MAX_PIXELS = 100_000_000;

/**
 * Reads format and size of an image without decoding it, far enough to say whether it can be decoded.
 * Source: PNG 3rd edition, 5 and 11.2; ITU-T T.81, B.1 and B.2; SVG 2.
 */
export function readImageHead(bytes: Uint8Array): ImageHead {
  if (bytes.length === 0) return { fault: 'the file is empty' };
  if (bytes[0] === 0x89 && ascii(bytes, 1, 4) === 'PNG') return limited(pngHead(bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return limited(jpegHead(bytes));
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('<')) return svgHead(new TextDecoder().decode(bytes));
  return { fault: 'the file is not PNG, JPEG or SVG' };
}

function limited(head: ImageHead): ImageHead {
  if ('fault' in head) return head;
  if (head.width === 0 || head.height === 0) return { fault: 'the image has no pixels' };
  return head.width * head.height > MAX_PIXELS
    ? { fault: `the image has ${head.width} × ${head.height} pixels, more than can be printed` }
    : head;
}

function pngHead(bytes: Uint8Array): ImageHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const truncated: ImageHead = { fault: 'the PNG is cut off' };
  if (bytes.length < 33 || ascii(bytes, 12, 16) !== 'IHDR') return truncated;
  const head = { format: 'png', width: view.getUint32(16), height: view.getUint32(20) } as const;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    if (ascii(bytes, at + 4, at + 8) === 'IEND') return head;
    if (at + 12 + length > bytes.length) return truncated;
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) {
      return { fault: 'the PNG is damaged: a checksum does not agree' };
    }
    at += 12 + length;
  }
  return truncated;
}

function jpegHead(bytes: Uint8Array): ImageHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return { fault: 'the JPEG is damaged' };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda) break;
    at += 2 + view.getUint16(at + 2);
  }
  return { fault: 'the JPEG is cut off' };
}

function svgHead(text: string): ImageHead {
  const root = /<svg\b([^>]*)>/.exec(text);
  if (root === null || !/<\/svg>\s*(?:<!--[\s\S]*?-->\s*)*$/.test(text))
    return { fault: 'the file is not a whole SVG' };
  if (/<!ENTITY/i.test(text)) return { fault: 'the SVG defines entities' };
  const box = /\bviewBox\s*=\s*["']\s*[-\d.e]+[\s,]+[-\d.e]+[\s,]+([\d.e]+)[\s,]+([\d.e]+)/.exec(root[1] ?? '');
  const width = Number(box?.[1] ?? /\bwidth\s*=\s*["']([\d.]+)/.exec(root[1] ?? '')?.[1]);
  const height = Number(box?.[2] ?? /\bheight\s*=\s*["']([\d.]+)/.exec(root[1] ?? '')?.[1]);
  return width > 0 && height > 0
    ? { format: 'svg', width, height }
    : { fault: 'the SVG has neither a viewBox nor a size' };
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
