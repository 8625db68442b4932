import type { Lang } from '../../core/index.ts';

/** What is said of a link, in the language that the link itself is in. `page` is the page's label. */
export interface LinkWords {
  readonly titled: (title: string, page: string) => string;
  readonly paged: (page: string) => string;
  readonly note: (mark: string, page: string) => string;
  readonly back: (mark: string, page: string) => string;
  readonly address: (href: string) => string;
}

/** Words for what a link leads to: what stands there, and on which page. Source: ISO 14289-1 7.18.5. */
export const LINK_WORDS: Readonly<Record<Lang, LinkWords>> = {
  zh: {
    titled: (title, page) => `转到第${page}页：${title}`,
    paged: (page) => `转到第${page}页`,
    note: (mark, page) => `注${mark}，第${page}页`,
    back: (mark, page) => `返回第${page}页正文中的注${mark}`,
    address: (href) => `打开 ${href}`,
  },
  en: {
    titled: (title, page) => `Go to page ${page}: ${title}`,
    paged: (page) => `Go to page ${page}`,
    note: (mark, page) => `Note ${mark} on page ${page}`,
    back: (mark, page) => `Back to note mark ${mark} on page ${page}`,
    address: (href) => `Open ${href}`,
  },
};
