import type { ValueStatus } from '../../content/types.ts';
import type { OriginId } from '../../core/index.ts';
import { accentOrder } from './accent-order.ts';
import { labelView, type TextView } from './text-view.ts';
import type { ViewContext } from './view-context.ts';

/** A direction of the report with its goals and the chapter about it. */
interface AccentEntry {
  readonly order: string;
  readonly label: TextView;
  readonly sdgs: string;
  readonly chapter: string;
}

export function accentEntries(context: ViewContext): readonly AccentEntry[] {
  const { report, lead } = context;
  return report.accents.map((accent) => {
    const chapter = report.body.find(
      (entry) => entry.kind === 'chapter' && report.chapters.get(entry.chapter)?.accent === accent.id,
    );
    return {
      order: String(accent.order),
      label: labelView(context, accent.label, report.origin),
      sdgs: accent.sdgs.join(lead === 'zh' ? '、' : ', '),
      chapter: chapter?.kind === 'chapter' ? chapter.chapter : '',
    };
  });
}

const GOAL_COLUMNS = 4;

/** The names of the goals in four columns, filled downwards. */
export function goalColumns(
  context: ViewContext,
): readonly (readonly { readonly number: string; readonly name: TextView }[])[] {
  const goals = context.goals.map((goal) => ({
    number: String(goal.number),
    name: labelView(context, { zh: goal.zh, en: goal.en }, context.report.origin),
  }));
  const length = Math.ceil(goals.length / GOAL_COLUMNS);
  return Array.from({ length: GOAL_COLUMNS }, (_, column) => goals.slice(column * length, (column + 1) * length));
}

/** A material topic as the table beside the plot lists it. */
interface TopicRow {
  readonly id: string;
  readonly origin: OriginId;
  readonly label: TextView;
  readonly accent: string;
  readonly weight: 'strong' | 'plain';
  readonly x: string;
  readonly y: string;
  readonly status: ValueStatus;
  readonly chapters: readonly string[];
}

/** Share of the scale from which a topic counts as high on an axis. */
const THRESHOLD = 0.625;

/** Topics, the highest sum of both scores first. */
export function topicRows(context: ViewContext): readonly TopicRow[] {
  const { report } = context;
  const materiality = report.materiality;
  if (!materiality) return [];
  const [low, high] = materiality.axes.scale.map(Number);
  const threshold = (low ?? 0) + THRESHOLD * ((high ?? 0) - (low ?? 0));
  return [...materiality.topics]
    .sort((a, b) => Number(b.x) + Number(b.y) - (Number(a.x) + Number(a.y)))
    .map((topic) => ({
      id: topic.id,
      origin: topic.origin,
      label: labelView(context, topic.label, topic.origin),
      accent: accentOrder(report, topic.accent),
      weight: Number(topic.x) >= threshold && Number(topic.y) >= threshold ? 'strong' : 'plain',
      x: topic.x,
      y: topic.y,
      status: topic.status,
      chapters: topic.chapters.filter((id) => report.chapters.has(id)).slice(0, 1),
    }));
}
