/** Text made safe inside elements and attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (sign) => ESCAPES.get(sign) ?? '\ufffd');
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Colours of kinds; the same in boxes and numbers. */
const COLOURS: readonly (readonly [kind: string, colour: string])[] = [
  ['heading', '#b3261e'],
  ['table', '#1f5fbf'],
  ['figure', '#7a3fa8'],
  ['list', '#0f7a5a'],
  ['note', '#8a5a00'],
  ['text', '#44505c'],
];

/** The look of the page of tags: system fonts, light, wide enough for a page with what is said beside it. */
export const TAG_PAGE_STYLE = `
:root{color-scheme:light}
body{margin:0;padding:0 1.5rem 4rem;font:15px/1.5 system-ui,sans-serif;color:#1c2126;background:#eef1f3}
body>input{position:absolute;opacity:0}
header{position:sticky;top:0;z-index:1;margin:0 -1.5rem 1rem;padding:.6rem 1.5rem;background:#fff;border-bottom:1px solid #c9d1d8}
h1{font-size:1.1rem;margin:0}header p{margin:.1rem 0}h2{grid-column:1/-1;font-size:1rem;margin:0}
nav{display:flex;flex-wrap:wrap;gap:.35rem}nav a{font-size:.8rem}
.switches{display:flex;gap:.5rem}.switches label{padding:.1rem .6rem;border:1px solid #8b98a5;border-radius:1rem;cursor:pointer;font-size:.85rem}
#show-boxes:checked~header [for=show-boxes],#show-numbers:checked~header [for=show-numbers],#show-order:checked~header [for=show-order],#show-picture:checked~header [for=show-picture]{background:#1c2126;color:#fff}
body>input:focus-visible~header .switches{outline:2px solid #1f5fbf}
#show-boxes:not(:checked)~section .boxes,#show-numbers:not(:checked)~section .numbers,#show-order:not(:checked)~section .order,#show-picture:not(:checked)~section image{display:none}
section{display:grid;grid-template-columns:minmax(20rem,3fr) minmax(18rem,2fr);gap:1rem;margin:1.5rem 0;scroll-margin-top:8rem}
svg{display:block;width:100%;background:#fff;box-shadow:0 1px 4px #0003}
.sheet{position:sticky;top:8rem;align-self:start}
.boxes rect{fill-opacity:.08;stroke-width:.8}.order{fill:none;stroke:#d9480f;stroke-width:.7;stroke-opacity:.55}
.numbers text{font:6px system-ui,sans-serif;text-anchor:middle;fill:#fff}
.broken rect{fill:#e00;fill-opacity:.15;stroke:#e00;stroke-width:1.5}
.heard{background:#fff;padding:.5rem 1rem;font-size:.9rem;overflow-wrap:anywhere}.heard ol{padding-left:2.2rem}
.heard li:target{background:#ffe9a8}.heard li::marker{color:#5a6772;font-size:.8rem}
code{font-size:.78rem;color:#5a6772}.heard b{font-weight:600;color:#0b4f8a}.heard i{font-size:.78rem;color:#7a3fa8}
.heard em{font-style:normal;border-bottom:1px dotted #0b4f8a}.heard small{color:#5a6772}
.finding{color:#a30000}.skipped{color:#5a6772;font-size:.85rem}
.tree,.tree ul{list-style:none;padding-left:1.1rem;margin:0;font-size:.85rem}.tree{background:#fff;padding:1rem}
@media(max-width:60rem){section{display:block}.sheet{position:static}}
${COLOURS.map(([kind, colour]) => `rect.${kind}{stroke:${colour};fill:${colour}}g.${kind}>rect{fill:${colour}}`).join('\n')}
`;
