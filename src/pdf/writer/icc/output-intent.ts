import type { Variant } from '../../../core/index.ts';
import { type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { dict, textString } from '../file/syntax.ts';
import type { PrintCondition } from '../input.ts';
import { srgbProfile } from './srgb.ts';

/** Says which colours the file's device colours are, with the profile embedded. Source: ISO 32000-1 14.11.5. */
export function writeOutputIntent(file: ObjectFile, variant: Variant, condition: PrintCondition | undefined): ObjectId {
  if (variant === 'print' && condition !== undefined) {
    const profile = file.addStream({ N: 4 }, condition.profile);
    return file.add(
      dict({
        Type: '/OutputIntent',
        S: '/GTS_PDFX',
        OutputConditionIdentifier: textString(condition.identifier),
        RegistryName: textString(condition.registry),
        Info: textString(condition.info),
        DestOutputProfile: reference(profile),
      }),
    );
  }
  const profile = file.addStream({ N: 3 }, srgbProfile());
  return file.add(
    dict({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: textString('sRGB IEC61966-2.1'),
      RegistryName: textString('http://www.color.org'),
      Info: textString('sRGB IEC61966-2.1'),
      DestOutputProfile: reference(profile),
    }),
  );
}
