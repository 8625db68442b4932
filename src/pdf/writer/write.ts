import { type Diagnostic, diagnose, type Outcome, outcome } from '../../core/index.ts';
import type { PlacedDocument, PlacedItem } from '../placed.ts';
import { writeAttachments } from './attachments.ts';
import { writeCatalog } from './catalog.ts';
import { createDestinations } from './destinations.ts';
import { createObjectFile, type ObjectFile, type ObjectId, reference } from './file/object-file.ts';
import { array, dict } from './file/syntax.ts';
import { writeFont } from './font/font-objects.ts';
import { createFontTable } from './font/glyph-codes.ts';
import { isTrueType } from './font/true-type.ts';
import type { EmbeddedFont, WriteInput, WrittenPdf } from './input.ts';
import { writeLinks } from './links.ts';
import { documentDate } from './metadata/document-dates.ts';
import { boxEntries, type PageFrame } from './page-frame.ts';
import { type AssetPainter, createAssetPainter } from './paint/asset-painter.ts';
import { createContentStream, type OverprintStates } from './paint/content-stream.ts';
import { type LinkArea, type PainterTools, paintPage, type Tagging } from './paint/page-painter.ts';
import { createPalette, type Palette } from './paint/palette.ts';
import { createPictures, type Pictures } from './paint/pictures.ts';
import { createSeparation } from './paint/separation.ts';
import { ALL_PLATES, paintPrinterMarks } from './print/printer-marks.ts';
import { type Sheet, saddleSheets, singleSheets } from './print/sheets.ts';
import { paintTurned } from './print/turned-page.ts';
import { createInlineOwners } from './structure/inline-owners.ts';
import { createTagger } from './structure/tagger.ts';
import { writeTree } from './structure/tree.ts';

/**
 * Writes a finished layout as a PDF file. The screen edition is PDF 1.7, tagged, in sRGB, with links and bookmarks; the
 * print edition is PDF 1.6 in CMYK with bleed and printer's marks, untagged, without annotations. Pure: equal input gives
 * equal bytes.
 * Emits C022 bad-asset, D1 dead-reference, H002 font-missing (a face without TrueType outlines).
 * Source: ISO 32000-1; ISO 14289-1; ISO 19005-3; ISO 15930-7.
 */
export function writePdf(input: WriteInput): Outcome<WrittenPdf> {
  const { document, variant, theme } = input;
  const unusable = refuseFaces(input);
  if (unusable.length > 0) return outcome(emptyResult(), unusable);

  const file = createObjectFile();
  const sheets =
    input.impose === 'saddle' && variant === 'print'
      ? saddleSheets(document.pages)
      : singleSheets(document.pages, variant, theme.page.bleed);
  const pages = sheets.map(() => file.reserve());
  const pageTree = file.reserve();
  const resources = file.reserve();
  const formResources = file.reserve();
  const tops = sheets.map(({ frame }) => frame.top);

  const fonts = createFontTable(input.fonts);
  const separation = createSeparation(variant === 'print' ? input.printCondition : undefined);
  const palette = createPalette(theme, variant, separation);
  const overprint = variant === 'print' ? { on: '/K', off: '/N' } : undefined;
  const pictures = createPictures(file, { book: input.fonts, fonts, palette, overprint }, formResources);
  const assets = createAssetPainter(file, input, pictures, separation);
  const tagging = variant === 'screen' ? createTagging(document) : undefined;
  const tools = { fonts, pictures, assets, tagging };

  announceDrawings(document, pictures, tagging);
  const painter = { file, palette, overprint, tools, pages, tops, pageTree, resources };
  const links = sheets.reduce((sum, sheet, index) => sum + writeSheet(document, sheet, index, painter), 0);
  file.put(pageTree, dict({ Type: '/Pages', Kids: array(pages.map(reference)), Count: pages.length }));

  const embedded = writeResources(file, { resources, formResources, overprint }, fonts.all, pictures);
  const attached =
    variant === 'screen'
      ? writeAttachments(file, input.attachments ?? [], documentDate(document.info.created))
      : undefined;
  const about = { lang: document.lang, dataFiles: attached?.data };
  const tree = tagging === undefined ? undefined : writeTree(file, tagging.tagger, pages, about);
  const { root, info } = writeCatalog(file, input, {
    pages,
    labels: sheets.map(({ label }) => label),
    pageTree,
    tops,
    tree,
    tagging,
    attached,
  });
  const bytes = file.bytes({ version: variant === 'screen' ? '1.7' : '1.6', root, info });
  return outcome({ bytes, fonts: embedded, pages: pages.length, links, structureElements: tree?.elements ?? 0 }, [
    ...assets.diagnostics,
    ...(tagging?.owners.diagnostics ?? []),
  ]);
}

function emptyResult(): WrittenPdf {
  return { bytes: new Uint8Array(), fonts: [], pages: 0, links: 0, structureElements: 0 };
}

function refuseFaces({ fonts }: WriteInput): readonly Diagnostic[] {
  return [...fonts.faces].flatMap(([id, face]) =>
    isTrueType(face.bytes)
      ? []
      : [
          diagnose('H002', `the font ${id} has no TrueType outlines, so it cannot be embedded`, {
            item: id,
            hints: ['register a .ttf file of this face'],
          }),
        ],
  );
}

function createTagging(document: PlacedDocument): Tagging {
  const tagger = createTagger(document);
  return { tagger, owners: createInlineOwners(document, tagger, createDestinations(document)) };
}

/** What is drawn more than once is stored once, which must be known before the first page is painted. */
function announceDrawings(document: PlacedDocument, pictures: Pictures, tagging: Tagging | undefined): void {
  for (const page of document.pages) {
    for (const item of page.items) {
      const lang = tagging === undefined || 'artifact' in item.role ? undefined : tagging.tagger.langOf(item.role.node);
      if (item.kind === 'drawing' && (tagging === undefined || !isTwofold(document, item)))
        pictures.announce(item.drawing, lang);
      if (item.kind !== 'line') continue;
      for (const part of item.line.items) if (part.kind === 'drawing') pictures.announce(part.drawing, lang);
    }
  }
}

/** Told in two languages, it is painted in two parts. */
function isTwofold({ structure }: PlacedDocument, { role }: PlacedItem): boolean {
  return 'node' in role && structure[role.node]?.tag.altSecond !== undefined;
}

interface PageTools {
  readonly file: ObjectFile;
  readonly palette: Palette;
  readonly overprint: OverprintStates | undefined;
  readonly tools: PainterTools & { readonly assets: AssetPainter };
  readonly pages: readonly ObjectId[];
  readonly tops: readonly number[];
  readonly pageTree: ObjectId;
  readonly resources: ObjectId;
}

/** Gives the number of links on the page. */
function writeSheet(document: PlacedDocument, sheet: Sheet, index: number, painter: PageTools): number {
  const { file, palette, overprint, tools, pages, tops } = painter;
  const id = pages[index];
  if (id === undefined) return 0;
  const content = createContentStream(palette, { overprint });
  const areas = sheet.slots.flatMap(({ page: number, frame, clip }): readonly LinkArea[] => {
    const page = document.pages[number];
    if (page === undefined) return [];
    if (clip !== undefined) content.saveAndClip(boxPath(clip));
    const painted =
      page.turned === true
        ? paintTurned(content, page, number, frame, tools)
        : paintPage(content, page, number, frame, tools);
    if (clip !== undefined) content.restore();
    return painted;
  });
  if (isMarked(sheet.frame)) paintPrinterMarks(content, sheet.frame);
  const links = tools.tagging === undefined ? [] : writeLinks(file, index, areas, { ...tools.tagging, pages, tops });
  const tagged = tools.tagging !== undefined && (tools.tagging.tagger.owners[index]?.length ?? 0) > 0;
  file.put(
    id,
    dict({
      Type: '/Page',
      Parent: reference(painter.pageTree),
      ...boxEntries(sheet.frame),
      Resources: reference(painter.resources),
      Contents: reference(file.addStream({}, content.syntax)),
      StructParents: tagged ? index : undefined,
      Tabs: tools.tagging === undefined ? undefined : '/S',
      Annots: links.length === 0 ? undefined : array(links.map(reference)),
    }),
  );
  return links.length;
}

/** Whether there is room around the bleed for printer's marks. */
function isMarked({ media, bleed }: PageFrame): boolean {
  return bleed !== undefined && bleed[0] > media[0];
}

function boxPath([left, bottom, right, top]: PageFrame['media']) {
  return [['M', left, bottom], ['L', right, bottom], ['L', right, top], ['L', left, top], ['Z']] as const;
}

/** Pages share one dictionary of resources, and forms another one, without forms, so that nothing contains itself. */
function writeResources(
  file: ObjectFile,
  ids: {
    readonly resources: ObjectId;
    readonly formResources: ObjectId;
    readonly overprint: OverprintStates | undefined;
  },
  fonts: ReturnType<typeof createFontTable>['all'],
  pictures: Pictures,
): readonly EmbeddedFont[] {
  const embedded: EmbeddedFont[] = [];
  const fontEntries: Record<string, string> = {};
  for (const font of fonts) {
    const id = file.reserve();
    embedded.push(writeFont(file, id, font));
    fontEntries[font.resource] = reference(id);
  }
  const states = {
    K: '<</Type/ExtGState/OP true/op true/OPM 1>>',
    N: '<</Type/ExtGState/OP false/op false/OPM 0>>',
  };
  const shared = {
    Font: fonts.length === 0 ? undefined : dict(fontEntries),
    ExtGState: ids.overprint === undefined ? undefined : dict(states),
  };
  const objects = [...pictures.objects].map(([name, id]) => [name, reference(id)] as const);
  file.put(ids.formResources, dict(shared));
  file.put(
    ids.resources,
    dict({
      ...shared,
      ColorSpace: ids.overprint === undefined ? undefined : dict(ALL_PLATES),
      XObject: objects.length === 0 ? undefined : dict(Object.fromEntries(objects)),
    }),
  );
  return embedded;
}
