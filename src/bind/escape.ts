const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in markup, in content and in attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

const MARKS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENTITIES).map(([mark, entity]) => [entity, mark]),
);

/** The characters of markup without its elements: the inverse of `escapeMarkup`. */
export function bareText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, (entity) => MARKS[entity] ?? entity);
}
