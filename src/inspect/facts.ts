/** What a finished PDF file holds, as a reader finds it. Lengths in pt, y upwards from the page's bottom, as in the file. */
export interface PdfFacts {
  readonly version: string;
  readonly lang: string | undefined;
  /** The file says that it is tagged. */
  readonly marked: boolean;
  readonly info: Readonly<Record<string, string>>;
  /** XMP properties by prefixed name in lower case; several values are joined with `; `. */
  readonly xmp: ReadonlyMap<string, string>;
  readonly pages: readonly PageFacts[];
  readonly outline: readonly OutlineFacts[];
  readonly fonts: readonly FontFacts[];
  readonly attachments: readonly AttachmentFacts[];
}

export interface PageFacts {
  readonly index: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** In the order of the file, lines parted by line feeds. */
  readonly text: string;
  readonly items: readonly TextFacts[];
  readonly links: readonly LinkFacts[];
  /** The part of the structure tree that this page holds. */
  readonly tags: readonly TagFacts[];
}

/** A stretch of text in one font. */
export interface TextFacts {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** PostScript name, with the subset tag. */
  readonly font: string;
  /** Inside an artifact. */
  readonly artifact: boolean;
}

export interface LinkFacts {
  readonly box: readonly [number, number, number, number];
  readonly contents: string;
  readonly href: string | undefined;
  /** Index of the page it leads to. */
  readonly page: number | undefined;
}

/** A structure element with its attributes, text and children, in reading order. */
export interface TagFacts {
  readonly type: string;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  /** Text of the element's own content on this page. */
  readonly text: string;
  /** Annotations that belong to it. */
  readonly annotations: number;
  readonly children: readonly TagFacts[];
}

export interface OutlineFacts {
  readonly title: string;
  readonly page: number | undefined;
  readonly children: readonly OutlineFacts[];
}

export interface FontFacts {
  readonly name: string;
  readonly embedded: boolean;
  readonly hasUnicode: boolean;
}

export interface AttachmentFacts {
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}
