import { resolve } from 'node:path';
import { EDITIONS, type Edition, type Outcome, type Span } from '../../core/index.ts';
import {
  type FigureChain,
  openProject,
  type TracedFigure,
  type TracedPage,
  traceFigure,
  tracePage,
} from '../../pipeline/index.ts';
import { blamedLines } from '../git/git-blame.ts';
import type { ExitCode, Host } from '../host.ts';
import { type Format, printDiagnostics } from '../reporters/index.ts';
import { figureJson, figureText, pageJson, pageText } from '../reporters/trace.ts';
import { builtFiles, outputFolder } from './output-folder.ts';
import { refuseFolder } from './refuse-folder.ts';

export interface TraceRequest {
  readonly dir: string;
  /** Where the build is; by default `output/` in the project. */
  readonly out: string | undefined;
  /** A figure, `metric@period`, or a page, `edition:label`. */
  readonly asked: { readonly figure: string } | { readonly page: string };
  readonly json: boolean;
}

/** Prints what stands behind a figure and where it is printed, or what stands behind the figures of a page. */
export async function trace(host: Host, request: TraceRequest): Promise<ExitCode> {
  const wanted = readRequest(request.asked);
  if (typeof wanted === 'string') {
    host.err(wanted);
    return 2;
  }
  const project = openProject(resolve(host.cwd, request.dir));
  const refusal = await refuseFolder(project);
  if (refusal) {
    host.err(refusal);
    return 2;
  }
  const built = builtFiles(outputFolder(host, project, request.out));
  const { workspace, shipped } = project;
  const input = { workspace, shipped, built };
  const format = request.json ? 'json' : 'pretty';
  if ('edition' in wanted) {
    const traced = await tracePage(input, wanted.edition, wanted.page);
    return tell(host, traced, format, workspace, (page) => (request.json ? pageJson(page) : pageText(page)));
  }
  const traced = await traceFigure(input, wanted.metric, wanted.period);
  const entryOf = await blamedLines(project.folder, traced.ok ? spansOf(traced.value.chain) : []);
  const print = request.json ? figureJson : figureText;
  return tell(host, traced, format, workspace, (figure) => print(figure, entryOf));
}

async function tell<T extends TracedFigure | TracedPage>(
  host: Host,
  traced: Outcome<T>,
  format: Format,
  workspace: Parameters<typeof printDiagnostics>[3],
  print: (value: T) => string,
): Promise<ExitCode> {
  // A program that reads the answer gets one document: what is worth a note beside it goes to standard error.
  await printDiagnostics(host, traced.diagnostics, traced.ok ? 'pretty' : format, workspace);
  if (!traced.ok) return 1;
  host.out(print(traced.value));
  return traced.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function spansOf({ span, derived }: FigureChain): readonly Span[] {
  return [...(span === undefined ? [] : [span]), ...(derived?.from ?? []).flatMap(spansOf)];
}

type Wanted =
  | { readonly metric: string; readonly period: string }
  | { readonly edition: Edition; readonly page: string };

/** @returns what is asked for, or what is wrong with the words that ask for it */
function readRequest(asked: TraceRequest['asked']): Wanted | string {
  if ('page' in asked) {
    const [, name = '', page = ''] = /^([^:]+):(.+)$/.exec(asked.page) ?? [];
    const edition = EDITIONS.find((one) => one === name || one === `${name}-Hans`);
    if (edition !== undefined) return { edition, page };
    return `U001 usage  error  ${asked.page} names no page\n  hint  name edition and page as printed: zh:12, en:iv or bilingual:8\n`;
  }
  const [, metric, period] = /^(?:m:)?([^@]+)@([^@]+)$/.exec(asked.figure) ?? [];
  if (metric !== undefined && period !== undefined) return { metric, period };
  return `U001 usage  error  ${asked.figure === '' ? 'no figure is named' : `${asked.figure} names no figure`}\n  hint  name metric and period: ghg.total@FY2024; or a page: --page en:12\n`;
}
