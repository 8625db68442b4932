import type { ValueStatus } from '../content/types.ts';
import type { Lang, Paint, Stroke } from '../core/index.ts';
import { type ChartLook, line, run, secondary } from './chart-look.ts';
import type { ModelPoint, Phrases } from './chart-model.ts';
import type { LabelLine, LabelStack } from './label-stack.ts';

/** U+2013: nothing disclosed. */
export const NOTHING = '–';

/** How a value label is set. */
export interface ValueLabelStyle {
  readonly size: number;
  /** The value reported on: semibold and full ink. */
  readonly current: boolean;
  /** Unit set after the figure (row charts); empty to leave it to the axis. */
  readonly unit?: Phrases;
  /** Whether disputed and sample values carry their tag. */
  readonly tagged: boolean;
  /** Languages of the edition, for the tag. */
  readonly langs: readonly Lang[];
  /** On a fill: its own colour, for the marks too. */
  readonly paint?: Paint;
}

/**
 * The label of a value: the figure, ◇ after a derived one, ≈ before an estimate, `?` after a disputed one in the mark
 * colour, its tag over it; – where nothing is disclosed. Where the languages print different figures, both stand.
 */
export function valueLabel(point: ModelPoint, style: ValueLabelStyle, look: ChartLook): LabelStack {
  const { tokens } = look;
  if (point.value === null) {
    return [line([run(NOTHING, point.figure[0]?.lang ?? 'en', { size: tokens.text.axis, paint: 'ink3' })])];
  }
  const disputed = point.status === 'disputed';
  const first = {
    size: style.size,
    paint:
      style.paint !== undefined
        ? style.paint
        : disputed
          ? tokens.disputed.outline.paint
          : style.current
            ? 'ink'
            : 'ink2',
    weight: style.current || disputed ? 600 : 400,
  } as const;
  const figures = point.figure.map(({ lang, text }, index) => {
    const manner =
      index === 0 ? first : { ...secondary(first, Math.min(tokens.text.second, style.size)), paint: first.paint };
    const unit = style.unit?.find((unit) => unit.lang === lang)?.text ?? style.unit?.[0]?.text ?? '';
    return line([
      ...(point.status === 'estimate' ? [run('≈', lang, { ...manner, weight: 400 })] : []),
      run(`${text}${unit === '%' || unit === '‰' ? unit : ''}`, lang, manner),
      ...(point.status === 'derived'
        ? [run('◇', lang, { ...tokens.derived, paint: style.paint ?? tokens.derived.paint })]
        : []),
      ...(disputed ? [run('?', lang, manner)] : []),
    ]);
  });
  const tag = style.tagged ? statusTag(point.status, style.langs, look) : undefined;
  return tag === undefined ? figures : [tag, ...figures];
}

/** The boxed word of a status that has one: solid in the mark colour for disputed, dashed for sample. */
export function statusTag(status: ValueStatus, langs: readonly Lang[], look: ChartLook): LabelLine | undefined {
  if (status !== 'disputed' && status !== 'sample') return undefined;
  const { tokens, words } = look;
  const paint = status === 'disputed' ? tokens.disputed.outline.paint : tokens.sample.paint;
  const frame: Stroke = { paint, width: 0.6, ...(status === 'sample' ? { dash: [2, 1.2] } : {}) };
  const runs = langs.map((lang, index) =>
    run(`${index === 0 ? '' : ' '}${words(status, lang)}`, lang, { size: tokens.text.tag, paint, weight: 600 }),
  );
  return { runs, leading: tokens.text.tag + 6.2, frame, ground: 'white' };
}
