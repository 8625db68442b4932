export { type BuildInput, type BuildResult, buildReport, checkReport } from './build-report.ts';
export { diskWorkspace } from './disk-workspace.ts';
export type { BuiltEdition, PreparedReport } from './edition-build.ts';
export { packageHome } from './package-home.ts';
export type { BuildMode, BuildPlan, Progress, StageName } from './plan.ts';
export { editionPath, reportJson } from './report-json.ts';
export { type SetTextInput, type SetTextResult, setText } from './set-text.ts';
export { type OutputFile, writeOutput } from './write-output.ts';
