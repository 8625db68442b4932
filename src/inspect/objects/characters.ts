/** What a byte can begin. Source: ISO 32000-1 7.2.2. */
export const KIND = new Uint8Array(256);
export const [WORD, NUMBER, WHITE, DELIMITER] = [0, 1, 2, 3];

for (const code of [0, 9, 10, 12, 13, 32]) KIND[code] = WHITE;
for (const character of '()<>[]{}/%') KIND[character.charCodeAt(0)] = DELIMITER;
for (const character of '0123456789+-.') KIND[character.charCodeAt(0)] = NUMBER;

/** Value of a decimal digit; -1 for another byte. */
export const DIGIT = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 10; digit += 1) DIGIT[0x30 + digit] = digit;

export function isWhite(code: number): boolean {
  return KIND[code] === WHITE;
}

/** Text of bytes, one character each. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  // Places come from the file, and may lie beyond its end.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', Math.max(0, from), to);
}
