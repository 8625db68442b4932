import type { Topic } from '../content/types.ts';
import type { Lang } from '../core/index.ts';
import { type ChartLook, line, run } from './chart-look.ts';
import { labelPhrases } from './chart-model.ts';
import { drawStack, type LabelLine, type LabelStack, lineWidth, stackSize } from './label-stack.ts';
import type { Box, Pen } from './pen.ts';
import { type LabelledPoint, leaderTo } from './point-labels.ts';
import { statusTag } from './value-label.ts';

/** Between a topic's name and its tag, pt. */
const TAG_GAP = 3;

/** A topic's name and tag, to be set near its marker. */
export interface TopicLabel extends LabelledPoint {
  readonly names: LabelStack;
  readonly tag: LabelLine | undefined;
}

/** Name of a topic with its tag; semibold above the threshold. */
export function topicLabel(
  topic: Topic,
  at: { readonly x: number; readonly y: number },
  langs: readonly Lang[],
  look: ChartLook,
): TopicLabel {
  const { tokens, measure } = look;
  const { threshold, label, marker } = tokens.matrix;
  const high = Number(topic.x) >= threshold && Number(topic.y) >= threshold;
  const names: LabelStack = labelPhrases(langs, topic.label).map(({ lang, text }, index) =>
    line([
      run(text, lang, {
        size: index === 0 ? label : Math.min(label, tokens.text.second),
        paint: index === 0 ? 'ink' : 'ink2',
        weight: high && index === 0 ? 600 : 400,
      }),
    ]),
  );
  const tag = statusTag(topic.status, langs.slice(0, 1), look);
  const extent = stackSize(names, measure);
  return {
    names,
    tag: tag === undefined ? undefined : { ...tag, ground: high ? 'white' : 'plot' },
    ...at,
    reach: marker * 0.6,
    width: extent.width + (tag === undefined ? 0 : lineWidth(tag, measure) + TAG_GAP),
    height: Math.max(extent.height, tag?.leading ?? 0),
  };
}

/** The name at its place; a hairline leads to it where it could not stand beside its marker. */
export function drawTopic(pen: Pen, label: TopicLabel, box: Box, look: ChartLook): void {
  const { measure } = look;
  const leader = leaderTo(label, box);
  if (leader !== undefined) pen.line(label.x, label.y, leader[0], leader[1], { paint: 'ink3', width: 0.4 });
  const extent = stackSize(label.names, measure);
  drawStack(pen, label.names, { x: box.x, y: box.y + (box.height - extent.height) / 2, align: 'start' }, measure);
  if (label.tag === undefined) return;
  const top = box.y + (box.height - label.tag.leading) / 2 - 0.4;
  drawStack(pen, [label.tag], { x: box.x + extent.width + TAG_GAP, y: top, align: 'start' }, measure);
}
