import { shownIn } from './picture.ts';

test.each([
  { name: 'a wide picture in a square', picture: [1280, 720], box: [300, 300], shown: [280, 0, 720, 720] },
  { name: 'a tall one in a square', picture: [720, 1280], box: [300, 300], shown: [0, 280, 720, 720] },
  { name: 'a wide one in a tall box', picture: [1280, 720], box: [360, 640], shown: [437, 0, 405, 720] },
  { name: 'one of the same shape', picture: [1280, 720], box: [640, 360], shown: [0, 0, 1280, 720] },
] as const)('what is seen of $name', ({ picture, box, shown }) => {
  const size = ([width, height]: readonly [number, number]) => ({ width, height });
  const { x, y, width, height } = shownIn(size(picture), size(box));
  expect([x, y, width, height]).toEqual(shown);
});
