import type { Goal } from '../bind/index.ts';
import { good, type Outcome, type Workspace } from '../core/index.ts';
import { integer, list, mapping, oneOf, readYaml, text } from '../source/index.ts';

const GOALS = 'templates/goals.yaml';

const goalsShape = mapping({
  schema: oneOf('goals/1'),
  goals: list(mapping({ number: integer(1, 17), zh: text(), en: text() })),
});

/** Names of the Sustainable Development Goals, which layouts and charts print. */
export async function readGoals(workspace: Workspace): Promise<Outcome<readonly Goal[]>> {
  const read = await readYaml(workspace, GOALS, goalsShape);
  return read.ok ? good(read.value.value.goals, read.diagnostics) : read;
}
