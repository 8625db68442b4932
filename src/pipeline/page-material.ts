import { createChartBook } from '../charts/index.ts';
import { dataFiles } from './data-files.ts';
import type { PreparedReport } from './edition-build.ts';
import { imageFacts } from './image-facts.ts';
import type { BuildPlan } from './plan.ts';
import type { Survey } from './prepare-report.ts';

/** What the pages of a report are made of, once all is told that can be told without them. */
export function pageMaterial(survey: Survey, plan: Pick<BuildPlan, 'editions'>): PreparedReport {
  const { whole, report, book, tools, printCondition } = survey;
  return {
    ...tools,
    report,
    book,
    printCondition,
    charts: createChartBook({ ...tools, report, book }),
    images: imageFacts(report),
    dataFiles: plan.editions.length === 0 ? [] : dataFiles(whole, book),
  };
}
