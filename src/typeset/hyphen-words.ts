/**
 * Words of report prose that the British patterns leave whole, with their divisions: between consonants, or after a prefix.
 * Those with an added `s` follow. Source: the rules of Hart's (New Hart's Rules 3.4), applied word by word.
 */
const WORDS = `
  af-ter al-ready al-tered an-swered au-dit ba-sis base-line be-gan be-tween bot-tle bro-ken can-cel car-go cen-tre
  chap-ter char-ter cho-sen clos-est con-cept coun-ties cov-ered cy-cle dam-age de-fine de-fined de-lay de-layed de-sign
  de-signed dou-ble dou-bled ei-ther en-ter en-tered en-tries fac-tor fin-ger for-mat fos-sil gar-den
  gen-der guide-line han-dle han-dled hap-pened high-est hon-est hous-ing lat-est lev-els lis-ten lit-tle man-age man-aged
  mar-gin mari-time met-als me-tered me-tre mid-dle min-ute mi-nor mi-nus mod-els na-ture near-est nei-ther no-body
  of-fer of-fered old-est our-selves peo-ple per-mit pi-lot plas-tic pol-icy poli-cies pow-ered prod-uct prof-its pro-vide
  pro-vided quar-ter quar-terly re-fer sam-ple sec-ond serv-ing set-tle set-tled shel-ter shore-line short-ened sim-ple sim-ply
  sin-gle sta-tus strat-egy strat-egies stud-ies ten-der ther-mal thir-teen thresh-old time-table to-tal tran-sit val-ues ve-hicle
  ven-dor vis-its vol-ume whole-sale with-out work-shop`;

/** Word in lower case → its parts. */
export const HOUSE_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  WORDS.trim()
    .split(/\s+/u)
    .flatMap((divided) => {
      const parts = divided.split('-');
      const plural = [...parts.slice(0, -1), `${parts.at(-1) ?? ''}s`];
      return [parts, plural].map((one) => [one.join(''), one] as const);
    }),
);
