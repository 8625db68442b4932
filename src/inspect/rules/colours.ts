import type { ColourSpace, Device } from '../content/colour.ts';
import type { Item, Paint } from '../content/item.ts';
import type { Facts } from '../model/facts.ts';
import { readIccHead } from '../model/icc.ts';
import { dictOf, nameOf, type Stream } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Colour spaces that an item is painted in. */
function spacesOf(item: Item): readonly ColourSpace[] {
  const paints: readonly (Paint | undefined)[] =
    item.kind === 'image' ? [item.stencil] : item.kind === 'shading' ? [] : [item.fill, item.stroke];
  const own = item.kind === 'image' || item.kind === 'shading' ? [item.space] : [];
  return [...paints.map((paint) => paint?.space), ...own].flatMap((space) => space ?? []);
}

/** Each device with the first item in it. */
function devices({ colours }: Facts): ReadonlyMap<Device, Item> {
  const found = new Map<Device, Item>();
  for (const [{ device }, item] of colours) if (device !== undefined && !found.has(device)) found.set(device, item);
  return found;
}

/** Source: ISO 19005-3 6.2.3. */
export const OUTPUT_INTENT: Rule = {
  ids: { a3a: 'A-6.2.3-1' },
  severity: 'fail',
  asks: 'output intents have one profile, whole and of an output or display device',
  *check({ intents }) {
    const profiles = new Set(intents.map(({ profile }) => profile));
    if (profiles.size > 1) yield { message: 'output intents have different profiles' };
    for (const { id, head, profile } of intents) {
      if (profile === undefined) yield { message: 'an output intent has no profile', object: id };
      else if (head === undefined || head.length > head.found)
        yield { message: 'the profile of an output intent is damaged', object: id };
      else if (!['prtr', 'mntr'].includes(head.deviceClass))
        yield { message: `the profile of an output intent is of class ${head.deviceClass}`, object: id };
      else if (head.stated !== head.components) {
        yield {
          message: `the profile of an output intent has ${head.components} components, and is said to have ${head.stated}`,
          object: id,
        };
      }
    }
  },
};

const SPACE_OF: Readonly<Record<Device, string>> = { DeviceGray: 'GRAY', DeviceRGB: 'RGB ', DeviceCMYK: 'CMYK' };

/** Source: ISO 19005-3 6.2.4.3. */
export const DEVICE_COLOUR: Rule = {
  ids: { a3a: 'A-6.2.4.3-1' },
  severity: 'fail',
  asks: 'device colours are those of the output intent',
  *check(facts) {
    const space = facts.intents.find(({ subtype }) => subtype === 'GTS_PDFA1')?.head?.space;
    for (const [device, item] of devices(facts)) {
      if (space === SPACE_OF[device] || (device === 'DeviceGray' && space !== undefined)) continue;
      const message =
        space === undefined
          ? `${device} without an output intent`
          : `${device}, where the output intent is for ${space.trim()}`;
      yield { message, page: item.page, box: item.box };
    }
  },
};

/** Source: ISO 19005-3 6.2.4.2; ISO 15930-7 6.2.4. */
export const ICC_PROFILES: Rule = {
  ids: { a3a: 'A-6.2.4.2-1', x4: 'X4-6.2.4-icc' },
  severity: 'fail',
  asks: 'profiles are whole and have the components that the file says',
  *check({ file, colours }) {
    const seen = new Set<Stream>();
    for (const [{ profile }, { page, box }] of colours) {
      if (profile === undefined || seen.has(profile)) continue;
      seen.add(profile);
      const head = readIccHead(file, profile);
      if (head === undefined || head.length > head.found) yield { message: 'a profile is damaged', page, box };
      else if (head.components !== head.stated)
        yield { message: `a profile for ${head.space.trim()} is said to have ${head.stated} components`, page };
    }
  },
};

/** Source: ISO 19005-3 6.2.10. */
export const TRANSPARENCY: Rule = {
  ids: { a3a: 'A-6.2.10-2' },
  severity: 'fail',
  asks: 'transparent colours are mixed in a space that the file defines',
  *check({ file, pages, painting, intents }) {
    if (intents.some(({ subtype, head }) => subtype === 'GTS_PDFA1' && head !== undefined)) return;
    const seen = new Set<number>();
    for (const { transparent, page, box } of painting.items) {
      if (!transparent || seen.has(page)) continue;
      seen.add(page);
      const group = dictOf(file.get(pages[page]?.dict, 'Group'));
      if (group === undefined || nameOf(file.get(group, 'S')) !== 'Transparency' || !group.entries.has('CS')) {
        yield { message: 'transparency, and neither output intent nor colour space of a group', page, box };
      }
    }
  },
};

/** Source: ISO 15930-7 6.2.4. */
export const PRESS_DEVICES: Rule = {
  ids: { x4: 'X4-6.2.4-device' },
  severity: 'fail',
  asks: 'device colours are CMYK or grey, as the press is',
  *check(facts) {
    const space = facts.intents.find(({ subtype }) => subtype === 'GTS_PDFX')?.head?.space;
    for (const [device, item] of devices(facts)) {
      if (space === SPACE_OF[device] || (device === 'DeviceGray' && space === 'CMYK')) continue;
      yield { message: `${device}, where the press is ${space?.trim() ?? 'not told'}`, page: item.page, box: item.box };
    }
  },
};

/** The standard allows profiled RGB; a file that is made in the press’s own inks has no use for it. */
export const PROFILED_RGB: Rule = {
  ids: { x4: 'H-rgb' },
  severity: 'fail',
  asks: 'nothing is in RGB, with or without a profile',
  *check({ file, painting, colours }) {
    const isRgb = ({ family, profile, base }: ColourSpace): boolean => {
      const head = profile === undefined ? undefined : readIccHead(file, profile);
      return head?.space === 'RGB ' || family === 'CalRGB' || base?.family === 'CalRGB';
    };
    const rgb = new Set([...colours.keys()].filter(isRgb));
    if (rgb.size === 0) return;
    for (const item of painting.items) {
      if (spacesOf(item).some((space) => rgb.has(space)))
        yield { message: `${item.kind} in RGB`, page: item.page, box: item.box };
    }
  },
};
