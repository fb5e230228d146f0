import type { LineFacts } from '../evidence.ts';

/** A position as people write it, so that "Front-Left", "front left" and "ＦＲＯＮＴ ＬＥＦＴ" are one place. Empty: nobody said. */
export const asPlace = (position: string | null): string =>
  (position ?? '')
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();

/** Where on the car a part of this line sits. What a car has one of has one place, whatever anybody calls it, or nobody. */
export const placeOnCar = (
  { tracking, quantityPerVehicle }: Pick<LineFacts, 'tracking' | 'quantityPerVehicle'>,
  position: string | null,
): string => (tracking === 'serial' && quantityPerVehicle === 1 ? 'the only one' : asPlace(position));
