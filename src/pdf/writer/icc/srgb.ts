import { adaptationTag, parametricTag, serialiseProfile, textTag, whiteTag, xyzTag } from './profile-file.ts';

/** The standard's curve: gamma, a, b, c, d. Source: IEC 61966-2-1. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/**
 * A profile of sRGB, made from the standard's numbers: primaries adapted to D50 by the Bradford matrix. It is data of this
 * project, free of any other licence. Source: IEC 61966-2-1; ICC.1:2010 8.3.3.
 */
export function srgbProfile(): Buffer {
  const curve = parametricTag(CURVE);
  return serialiseProfile({
    deviceClass: 'mntr',
    colourSpace: 'RGB ',
    connectionSpace: 'XYZ ',
    tags: new Map([
      ['desc', textTag('sRGB IEC61966-2.1')],
      ['cprt', textTag('No copyright, use freely')],
      ['wtpt', whiteTag()],
      ['chad', adaptationTag([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])],
      ['rXYZ', xyzTag([0.43607, 0.22249, 0.01392])],
      ['gXYZ', xyzTag([0.38515, 0.71687, 0.09708])],
      ['bXYZ', xyzTag([0.14307, 0.06061, 0.7141])],
      ['rTRC', curve],
      ['gTRC', curve],
      ['bTRC', curve],
    ]),
  });
}
