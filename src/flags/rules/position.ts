/** A position as people write it, so that "Front-Left", "front left" and "ＦＲＯＮＴ ＬＥＦＴ" are one place. Empty: nobody said. */
export const asPlace = (position: string | null): string =>
  (position ?? '')
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
