/** Files of an archive that is stored without compression, by its central directory. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number): string => new TextDecoder().decode(bytes.subarray(from, from + length));
  const end = bytes.length - 22;
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < view.getUint16(end + 10, true); index += 1) {
    const [size, name] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    files.set(text(at + 46, name), text(local + 30 + view.getUint16(local + 26, true), size));
    at += 46 + name;
  }
  return files;
}
