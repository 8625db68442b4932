export type { FixedFile, FrameworkGaps, Gap } from '../check/index.ts';
export type { Reading, Spoken, SpokenPage, SpokenPart } from '../inspect/index.ts';
export { PROFILES, type Profile, readAloud } from '../inspect/index.ts';
export {
  chainRows,
  type Entry,
  type EntryOf,
  type FigureChain,
  type PrintedPlace,
  readReportData,
  spanText,
} from '../provenance/index.ts';
export { buildProject, type ProjectBuild } from './build-project.ts';
export { type BuildInput, type BuildResult, buildReport, checkReport } from './build-report.ts';
export { type CalledFiles, callFiles } from './call-files.ts';
export { type CalledProject, type CallProjectInput, callProject } from './call-project.ts';
export { contentState, diffStates, type PlacedChange, type ReportState } from './diff-states.ts';
export { diskWorkspace, normalPath } from './disk-workspace.ts';
export { drawFile } from './draw-file.ts';
export { readEarlierReport } from './earlier-report.ts';
export type { BuiltEdition, PreparedReport } from './edition-build.ts';
export type { FinishedEdition } from './finished-edition.ts';
export { fixReport } from './fix-report.ts';
export { type InspectedFile, inspectFile, type PlacedFinding } from './inspect-file.ts';
export { type OpenProject, openProject } from './open-project.ts';
export { outputFiles } from './output-files.ts';
export { packageHome } from './package-home.ts';
export { type PagePainter, type PictureAnswer, type PictureOrder, paintHere } from './page-painter.ts';
export type { BuildMode, BuildPlan, Progress, StageName } from './plan.ts';
export { reportGaps } from './report-gaps.ts';
export { editionPath, reportJson } from './report-json.ts';
export type { BuiltShare, SecondThread, ShareOrder, ThreadStart } from './second-thread.ts';
export type { SetTextInput, SetTextResult } from './set-text.ts';
export { addSignOff } from './sign-off-file.ts';
export { setText } from './text-setting.ts';
export { type TracedFigure, type TracedPage, type TraceInput, traceFigure, tracePage } from './trace-project.ts';
export { type OutputFile, writeOutput } from './write-output.ts';
