import { langsOf, type Outcome, outcome } from '../core/index.ts';
import { tokenNumber } from '../theme/index.ts';
import type { BlockTree } from './block.ts';
import { flowBlocks } from './flow.ts';
import { headingLevels } from './heading.ts';
import type { ComposeInput } from './input.ts';
import { noteLabels } from './note-mark.ts';
import { createSession, rootScope } from './scope.ts';

/**
 * Turns one edition's markup into blocks: styles resolved, places computed, structure and outline set, furniture and notes
 * taken out of the flow. It measures no text; lengths in pt.
 * Emits B006 for elements, classes, attributes, icons, motifs and masters that there are not.
 */
export function composeBlocks(input: ComposeInput): Outcome<BlockTree> {
  const { root, edition } = input.markup;
  const levels = headingLevels(root);
  const session = createSession(input, {
    noteLabels: noteLabels(root),
    headingLevels: levels.structure,
    outlineLevels: levels.outline,
  });
  const [lang = 'zh'] = langsOf(edition);
  const children = flowBlocks(session, root.children, rootScope(session, lang));
  const foot = (name: string): number => tokenNumber(input.theme, `components.footnote.${name}`);
  const tree: BlockTree = {
    lang,
    title: input.info.title,
    masters: session.masters,
    children,
    notes: session.notes,
    noteArea: {
      ruleWidth: foot('rule_width'),
      rule: { paint: 'ink', width: foot('rule_stroke') },
      before: foot('before'),
      after: foot('after'),
      gap: foot('gap'),
    },
    info: input.info,
    widows: tokenNumber(input.theme, 'flow.widows'),
    orphans: tokenNumber(input.theme, 'flow.orphans'),
  };
  return outcome(tree, session.diagnostics);
}
