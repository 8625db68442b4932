const BLOCK = 100;

/** The character map that gives each code its text, in UTF-16BE. Index 0 is `.notdef` and has none. Source: ISO 32000-1 9.10.3. */
export function toUnicodeMap(texts: readonly string[]): string {
  const entries: string[] = [];
  texts.forEach((text, code) => {
    if (code > 0) entries.push(`<${hex(code)}><${utf16(text)}>`);
  });
  let blocks = '';
  for (let from = 0; from < entries.length; from += BLOCK) {
    const block = entries.slice(from, from + BLOCK);
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function utf16(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) out += hex(text.charCodeAt(i));
  return out;
}
