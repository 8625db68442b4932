import type { Variant } from '../../../core/index.ts';
import { type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { dict, textString } from '../file/syntax.ts';
import type { PrintCondition } from '../input.ts';
import { pressProfile } from './press-profile.ts';
import { srgbProfile } from './srgb.ts';

/** What stands in an output intent beside its subtype. */
type Condition = PrintCondition & { readonly subtype: string; readonly components: 3 | 4 };

/** Says which colours the file's device colours are, with the profile embedded. Source: ISO 32000-1 14.11.5. */
export function writeOutputIntent(file: ObjectFile, variant: Variant, condition: PrintCondition | undefined): ObjectId {
  const known = variant === 'screen' ? screenCondition() : { ...(condition ?? genericOffset()), ...PRINT };
  const { subtype, components, profile, identifier, info, registry } = known;
  return file.add(
    dict({
      Type: '/OutputIntent',
      S: subtype,
      OutputConditionIdentifier: textString(identifier),
      RegistryName: registry === '' ? undefined : textString(registry),
      Info: textString(info),
      DestOutputProfile: reference(file.addStream({ N: components }, profile)),
    }),
  );
}

const REGISTRY = 'http://www.color.org';
const PRINT = { subtype: '/GTS_PDFX', components: 4 } as const;

function screenCondition(): Condition {
  const identifier = 'sRGB IEC61966-2.1';
  return {
    subtype: '/GTS_PDFA1',
    components: 3,
    profile: srgbProfile(),
    identifier,
    info: identifier,
    registry: REGISTRY,
  };
}

/** Not among the registered characterisations, as its identifier says. Source: ISO 15930-7 6.2.2. */
function genericOffset(): PrintCondition {
  return {
    profile: pressProfile(),
    identifier: 'Custom',
    info: 'Generic offset on coated paper, after the aim values of ISO 12647-2',
    registry: '',
  };
}
