import type { Box } from '../content/matrix.ts';
import type { Facts } from '../model/facts.ts';
import { textOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

function pressIntents({ intents }: Facts) {
  return intents.filter(({ subtype }) => subtype === 'GTS_PDFX');
}

/** Source: ISO 15930-7 6.2.2. */
export const PRESS_INTENT: Rule = {
  ids: { x4: 'X4-6.2.2-intent' },
  severity: 'fail',
  asks: 'one output intent says what the file is printed on',
  *check(facts) {
    const found = pressIntents(facts);
    if (found.length !== 1) yield { message: `there are ${found.length} output intents for print` };
    for (const { dict, id } of found) {
      const identifier = textOf(facts.file.get(dict, 'OutputConditionIdentifier')) ?? '';
      if (identifier === '') yield { message: 'the output intent names no printing condition', object: id };
    }
  },
};

/** Source: ISO 15930-7 6.2.2. */
export const PRESS_PROFILE: Rule = {
  ids: { x4: 'X4-6.2.2-profile' },
  severity: 'fail',
  asks: 'the output intent holds a profile of an output device',
  *check(facts) {
    for (const { id, profile, head } of pressIntents(facts)) {
      if (profile === undefined) yield { message: 'the output intent holds no profile', object: id };
      else if (head === undefined || head.length > head.found)
        yield { message: 'the profile of the output intent is damaged', object: id };
      else if (head.deviceClass !== 'prtr')
        yield { message: `the profile is of class ${head.deviceClass.trim()}`, object: id };
      else if (head.components !== head.stated)
        yield {
          message: `the profile is for ${head.space.trim()}, and is said to have ${head.stated} components`,
          object: id,
        };
    }
  },
};

/** Source: ISO 15930-7 6.2.2. */
export const PRESS_REGISTRY: Rule = {
  ids: { x4: 'X4-6.2.2-registry' },
  severity: 'warn',
  asks: 'the printing condition is described, or of a registry',
  *check(facts) {
    for (const { dict, id } of pressIntents(facts)) {
      if (!dict.entries.has('RegistryName') && !dict.entries.has('Info'))
        yield { message: 'the printing condition is only named', object: id };
    }
  },
};

const SLIP = 0.01;

function inside([left, bottom, right, top]: Box, outer: Box): boolean {
  return left >= outer[0] - SLIP && bottom >= outer[1] - SLIP && right <= outer[2] + SLIP && top <= outer[3] + SLIP;
}

/** Source: ISO 15930-7 6.3. */
export const TRIM_BOX: Rule = {
  ids: { x4: 'X4-6.3-trim' },
  severity: 'fail',
  asks: 'each page says where it is cut, once',
  *check({ pages }) {
    for (const { trim, art, index, id } of pages) {
      if ((trim === undefined) === (art === undefined)) {
        yield {
          message: trim === undefined ? 'a page has no TrimBox' : 'a page has TrimBox and ArtBox',
          object: id,
          page: index,
        };
      }
    }
  },
};

/** Source: ISO 15930-7 6.3. */
export const BOXES_INSIDE: Rule = {
  ids: { x4: 'X4-6.3-inside' },
  severity: 'fail',
  asks: 'the trim lies in the bleed, and both in the sheet',
  *check({ pages }) {
    for (const { trim, bleed, art, crop, media, index, id } of pages) {
      const where = { object: id, page: index };
      for (const [name, box] of [
        ['TrimBox', trim],
        ['BleedBox', bleed],
        ['ArtBox', art],
        ['CropBox', crop],
      ] as const) {
        if (box !== undefined && !inside(box, media)) yield { message: `${name} reaches out of the sheet`, ...where };
      }
      const cut = trim ?? art;
      if (cut !== undefined && bleed !== undefined && !inside(cut, bleed))
        yield { message: 'the trim reaches out of the bleed', ...where };
    }
  },
};

/** 3 mm, less what rounding takes. */
const BLEED = (3 * 72) / 25.4 - 0.05;

/** What a cutter can miss by. Source: the usual practice of print shops; ISO 15930-7 leaves it open. */
export const BLEED_BOX: Rule = {
  ids: { x4: 'H-bleed' },
  severity: 'fail',
  asks: 'each page has 3 mm of bleed on all sides',
  *check({ pages }) {
    for (const { trim, bleed, index, id } of pages) {
      const where = { object: id, page: index };
      if (bleed === undefined) yield { message: 'a page has no BleedBox', ...where };
      else if (trim !== undefined) {
        const least = Math.min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]);
        if (least < BLEED) yield { message: `the bleed is ${((least * 25.4) / 72).toFixed(2)} mm`, ...where };
      }
    }
  },
};

/** How near the trim something may end without meaning to reach it, and how much of an edge is worth a look; pt. */
const NEAR = 0.5;
const LEAST_EDGE = 2;

/** A box around paths says nothing of what is inside, so only filled shapes and images count. */
export const BLEED_ART: Rule = {
  ids: { x4: 'H-bleed-art' },
  severity: 'fail',
  asks: 'what reaches the trim goes on to the end of the bleed',
  *check({ pages, painting }) {
    for (const item of painting.items) {
      const filled = item.kind === 'image' || (item.kind === 'path' && item.fill !== undefined);
      const { trim, bleed } = pages[item.page] ?? {};
      if (!filled || item.part !== 'page' || trim === undefined || bleed === undefined) continue;
      const [left, bottom, right, top] = item.box;
      if (right - left < LEAST_EDGE || top - bottom < LEAST_EDGE || !inside(item.box, bleed)) continue;
      const edges: readonly (readonly [string, number, number])[] = [
        ['left', trim[0] - left, trim[0] - bleed[0]],
        ['bottom', trim[1] - bottom, trim[1] - bleed[1]],
        ['right', right - trim[2], bleed[2] - trim[2]],
        ['top', top - trim[3], bleed[3] - trim[3]],
      ];
      const short = edges.find(([, beyond, room]) => beyond >= -NEAR && beyond < room - NEAR);
      if (short !== undefined)
        yield { message: `art ends at the trim on the ${short[0]}`, page: item.page, box: item.box };
    }
  },
};
